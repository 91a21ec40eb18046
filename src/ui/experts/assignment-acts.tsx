'use client';
import { useTranslations } from 'next-intl';
import { ReopenSheetDocument, WaiveConflictDocument } from '@/gql/graphql';
import { Button } from '@/ui/kit/button';
import { useToast } from '@/ui/kit/toast';
import { useRefresh } from '@/ui/kit/use-refresh';
import { request } from '@/ui/request';
import { ExpertPicker } from './expert-picker';
import { type GivenReason, ReasonDialog } from './reason-dialog';

interface AssignmentActsProps {
  applicationId: string;
  assignmentId: string;
  name: string;
  /** The open acts of the viewer on this assignment. */
  acts: readonly string[];
  reopenReasons: readonly { id: string; label: string }[];
  /** Experts give points; else it is their conclusion that goes back to them. */
  points: boolean;
}

/** What the operator may do about one expert of a case; the server says which. */
export function AssignmentActs({ applicationId, assignmentId, name, acts, reopenReasons, points }: AssignmentActsProps) {
  const t = useTranslations('expert.panel');
  const refresh = useRefresh();
  const toast = useToast();
  const done = async (problems: readonly { message: string }[], text: string) => {
    if (problems.length === 0) {
      await refresh();
      toast({ text });
    }
    return [...new Set(problems.map((p) => p.message))];
  };
  const waive = async (given: GivenReason) => {
    const { waiveConflict } = await request(WaiveConflictDocument, { input: { assignmentId, ...given } });
    return done(waiveConflict.problems, t('waived'));
  };
  const reopen = async (given: GivenReason) => {
    const { reopenSheet } = await request(ReopenSheetDocument, { input: { assignmentId, ...given } });
    return done(reopenSheet.problems, t(points ? 'reopened' : 'returned'));
  };
  return (
    <div className="actions">
      {acts.includes('replace_expert') ? <ExpertPicker applicationId={applicationId} replaces={{ assignmentId, name }} /> : null}
      {acts.includes('waive_conflict') ? (
        <ReasonDialog
          trigger={(open) => (
            <Button size="s" onClick={open}>
              {t('waive')}
            </Button>
          )}
          title={t('waiveTitle')}
          confirm={t('waiveConfirm')}
          cancel={t('cancel')}
          onReason={waive}
        >
          {t('waiveText', { name })}
        </ReasonDialog>
      ) : null}
      {acts.includes('reopen_sheet') ? (
        <ReasonDialog
          trigger={(open) => (
            <Button size="s" onClick={open}>
              {t(points ? 'reopen' : 'return')}
            </Button>
          )}
          title={t(points ? 'reopenTitle' : 'returnTitle')}
          reasons={reopenReasons}
          confirm={t(points ? 'reopenConfirm' : 'returnConfirm')}
          cancel={t('cancel')}
          onReason={reopen}
        >
          {t(points ? 'reopenText' : 'returnText', { name })}
        </ReasonDialog>
      ) : null}
    </div>
  );
}
