import { useTranslations } from 'next-intl';
import { PaperUpload } from '@/ui/evidence/paper-upload';
import { Card } from '@/ui/kit/card';
import type { PaperView } from './papers';

/** Whether a paper has anything to draw: a file that lies there, or a place to attach one. */
export const isShown = (paper: PaperView | undefined): paper is PaperView =>
  paper !== undefined && (paper.canAttach || paper.files.some((file) => file.status === 'STORED'));

interface PaperProps {
  applicationId: string;
  paper: PaperView;
  zone: string;
}

/** One paper of a case: its file as a link that opens it, when and by whom it was attached, and attaching it where the viewer may. */
export function Paper({ applicationId, paper: view, zone }: PaperProps) {
  const t = useTranslations('portfolio.paper');
  const { paper, label, files, canAttach, extensions, maxBytes, attachedBy } = view;
  const by = attachedBy ? t('attachedBy', { name: attachedBy }) : undefined;
  return <PaperUpload {...{ applicationId, paper, label, files, canAttach, extensions, maxBytes, zone }} hint={by} />;
}

/** The same as a card of its own; nothing where there is nothing to read or to attach. */
export function PaperCard({ applicationId, paper, zone }: Omit<PaperProps, 'paper'> & { paper: PaperView | undefined }) {
  if (!isShown(paper)) return null;
  return (
    <Card id={paper.paper}>
      <Paper applicationId={applicationId} paper={paper} zone={zone} />
    </Card>
  );
}
