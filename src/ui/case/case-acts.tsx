import { ClientMessages } from '@/ui/shell/client-messages';
import { CaseActButtons, type CaseActsProps, hasCaseActs } from './act-buttons';

/** The acts of a case on a page. */
export function CaseActs(props: CaseActsProps) {
  return hasCaseActs(props.acts) ? (
    <ClientMessages namespaces={['operator']}>
      <CaseActButtons {...props} />
    </ClientMessages>
  ) : null;
}
