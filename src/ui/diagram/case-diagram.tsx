import { useTranslations } from 'next-intl';
import { type FragmentType, readFragment } from '@/gql';
import { CaseDiagram_ApplicationFragmentDoc, Drawing_DiagramFragmentDoc } from '@/gql/graphql';
import { Drawing } from './drawing';
import { DrawingText } from './drawing-text';

/** Where a case stands in its procedure, in the region's words; closed until somebody wants to see it. */
export function CaseDiagram({ application }: { application: FragmentType<typeof CaseDiagram_ApplicationFragmentDoc> }) {
  const t = useTranslations('procedure.diagram');
  const { statusLabel, whoseMove, diagram } = readFragment(CaseDiagram_ApplicationFragmentDoc, application);
  const drawn = readFragment(Drawing_DiagramFragmentDoc, diagram);
  const roles = [...new Set(whoseMove.map((move) => move.roleLabel).filter(Boolean))].join(', ');
  return (
    <details className="card diagram-card">
      <summary>{t('case')}</summary>
      <div className="stack card-pad">
        <p>
          {t('caseNow', { status: statusLabel })} {roles ? t('caseMove', { roles }) : t('caseOver')}
        </p>
        <Drawing diagram={drawn} label={t('region')} />
        <p className="hint">{t('caption')}</p>
        <DrawingText diagram={drawn} />
      </div>
    </details>
  );
}
