import { useLocale, useNow, useTranslations } from 'next-intl';
import { readFragment } from '@/gql';
import { Conclusion_RecordFragmentDoc, Information_RequestFragmentDoc, Withdrawal_RecordFragmentDoc } from '@/gql/graphql';
import { ConclusionSign } from '@/ui/case/conclusion-sign';
import { InformationAnswers } from '@/ui/case/information-answers';
import type { PaperView } from '@/ui/case/papers';
import { WithdrawalSteps } from '@/ui/case/withdrawal-steps';
import { EvidenceList } from '@/ui/evidence/evidence-list';
import { Card } from '@/ui/kit/card';
import { formatMoment } from '@/ui/kit/format';
import type { TeacherCase } from './case-moves';

interface CasePapersProps {
  application: TeacherCase;
  papers: Readonly<Record<string, PaperView>>;
  zone: string;
}

const stored = (paper: PaperView | undefined) => (paper?.files ?? []).filter((file) => file.status === 'STORED');

/** What was asked of the teacher, and the conclusion he reads and signs: shown where the case has them. */
export function CasePapers({ application, papers, zone }: CasePapersProps) {
  const t = useTranslations('acts');
  const locale = useLocale();
  const now = useNow();
  const questions = readFragment(Information_RequestFragmentDoc, application.informationRequests);
  const conclusion = readFragment(Conclusion_RecordFragmentDoc, application.conclusion);
  const signs = application.viewerActions.some((act) => act.action === 'sign_conclusion');
  return (
    <>
      {questions.length > 0 ? (
        <Card title={t('information.title')} id="information">
          <InformationAnswers applicationId={application.id} questions={questions} paper={papers.information} zone={zone} />
        </Card>
      ) : null}
      {conclusion ? (
        <Card title={papers.conclusion?.label ?? t('conclusion.title')} id="conclusion">
          <div className="grid gap-5">
            <EvidenceList files={stored(papers.conclusion)} zone={zone} empty="" />
            {conclusion.signedAt ? (
              <div>
                <p>
                  {t(conclusion.agreed ? 'conclusion.signedYes' : 'conclusion.signedNo', {
                    at: formatMoment(conclusion.signedAt, locale, zone, now),
                  })}
                </p>
                {conclusion.remarks ? <p className="whitespace-pre-line wrap-anywhere mt-1.5">«{conclusion.remarks}»</p> : null}
              </div>
            ) : null}
            {signs ? <ConclusionSign applicationId={application.id} /> : null}
          </div>
        </Card>
      ) : null}
    </>
  );
}

const STEPS = ['form_withdrawal', 'attach_withdrawal', 'send_withdrawal'];

/** The withdrawal where it is a paper that somebody registers. */
export function WithdrawalCard({ application, papers, zone }: CasePapersProps) {
  const t = useTranslations('acts.withdrawal');
  const rule = application.form.withdrawal;
  const withdrawal = readFragment(Withdrawal_RecordFragmentDoc, application.withdrawal) ?? null;
  const acts = application.viewerActions.map((act) => act.action);
  if (!rule?.registered || (!withdrawal && !acts.some((act) => STEPS.includes(act)))) return null;
  return (
    <Card title={t('title')} id="withdrawal">
      <WithdrawalSteps
        applicationId={application.id}
        withdrawal={withdrawal}
        acts={acts}
        paper={papers.withdrawal}
        reasonRequired={rule.reasonRequired}
        printHref={`/teacher/applications/${application.id}/withdrawal`}
        zone={zone}
      />
    </Card>
  );
}

/** The signed application that lies in the case. */
export function SignedApplication({ papers, zone }: Omit<CasePapersProps, 'application'>) {
  const paper = papers.signed_application;
  const files = stored(paper);
  if (!paper || files.length === 0) return null;
  return (
    <Card title={paper.label} id="signed">
      <EvidenceList files={files} zone={zone} empty="" />
    </Card>
  );
}
