'use client';
import { useTranslations } from 'next-intl';
import { DeclareConflictDocument, DeclineAssignmentDocument } from '@/gql/graphql';
import { Button } from '@/ui/kit/button';
import { useToast } from '@/ui/kit/toast';
import { useRefresh } from '@/ui/kit/use-refresh';
import { request } from '@/ui/request';
import { type GivenReason, ReasonDialog } from './reason-dialog';

interface LeaveCaseProps {
  assignmentId: string;
  declineReasons: readonly { id: string; label: string }[];
  conflictReasons: readonly { id: string; label: string }[];
}

/** The expert's two ways out of a case before his sheet is final: he cannot, or he may not. */
export function LeaveCase({ assignmentId, declineReasons, conflictReasons }: LeaveCaseProps) {
  const t = useTranslations('expert.leave');
  const refresh = useRefresh();
  const toast = useToast();
  const done = async (problems: readonly { message: string }[], text: string) => {
    if (problems.length === 0) {
      await refresh();
      toast({ text });
    }
    return [...new Set(problems.map((p) => p.message))];
  };
  const decline = async (given: GivenReason) => {
    const { declineAssignment } = await request(DeclineAssignmentDocument, { input: { assignmentId, ...given } });
    return done(declineAssignment.problems, t('declined'));
  };
  const declare = async (given: GivenReason) => {
    const { declareConflict } = await request(DeclareConflictDocument, { input: { assignmentId, ...given } });
    return done(declareConflict.problems, t('declared'));
  };
  return (
    <>
      <ReasonDialog
        trigger={(open) => (
          <Button size="s" onClick={open}>
            {t('conflict')}
          </Button>
        )}
        title={t('conflictTitle')}
        reasons={conflictReasons}
        confirm={t('conflictConfirm')}
        cancel={t('stay')}
        onReason={declare}
      >
        {t('conflictText')}
      </ReasonDialog>
      <ReasonDialog
        trigger={(open) => (
          <Button size="s" onClick={open}>
            {t('decline')}
          </Button>
        )}
        title={t('declineTitle')}
        reasons={declineReasons}
        confirm={t('declineConfirm')}
        cancel={t('stay')}
        onReason={decline}
      >
        {t('declineText')}
      </ReasonDialog>
    </>
  );
}
