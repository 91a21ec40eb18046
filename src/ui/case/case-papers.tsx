import { useLocale, useNow, useTranslations } from 'next-intl';
import { type FragmentType, readFragment } from '@/gql';
import {
  type CasePapers_ApplicationFragment,
  CasePapers_ApplicationFragmentDoc,
  Conclusion_RecordFragmentDoc,
  Information_RequestFragmentDoc,
  Withdrawal_RecordFragmentDoc,
} from '@/gql/graphql';
import { PaperUpload } from '@/ui/evidence/paper-upload';
import { Card } from '@/ui/kit/card';
import { formatMoment } from '@/ui/kit/format';
import { ClientMessages } from '@/ui/shell/client-messages';
import { InformationAnswers } from './information-answers';
import { type PaperView, readPapers } from './papers';
import { WithdrawalSteps } from './withdrawal-steps';

interface CasePapersProps {
  application: FragmentType<typeof CasePapers_ApplicationFragmentDoc>;
  /** Start of the addresses of this role. */
  home: string;
  zone: string;
}

/** The papers of a case as staff see them: what was signed, asked, concluded, withdrawn; each where the case has it. */
export function CasePapers({ application: masked, home, zone }: CasePapersProps) {
  const t = useTranslations('acts');
  const application = readFragment(CasePapers_ApplicationFragmentDoc, masked);
  const papers = readPapers(application.papers);
  const questions = readFragment(Information_RequestFragmentDoc, application.informationRequests);
  const withdrawal = readFragment(Withdrawal_RecordFragmentDoc, application.withdrawal) ?? null;
  const acts = application.viewerActions.map((act) => act.action);
  const { id } = application;
  const forms = application.form.withdrawal?.registered && (withdrawal || acts.includes('form_withdrawal'));
  return (
    <ClientMessages namespaces={['acts', 'portfolio']}>
      {questions.length > 0 ? (
        <Card title={t('information.title')} id="information">
          <InformationAnswers applicationId={id} questions={questions} paper={papers.information} zone={zone} />
        </Card>
      ) : null}
      <Conclusion application={application} paper={papers.conclusion} zone={zone} />
      <PaperCard applicationId={id} paper={papers.signed_application} zone={zone} />
      {forms ? (
        <Card title={t('withdrawal.title')} id="withdrawal">
          <WithdrawalSteps
            applicationId={id}
            withdrawal={withdrawal}
            acts={acts}
            paper={papers.withdrawal}
            reasonRequired={application.form.withdrawal?.reasonRequired ?? true}
            printHref={`${home}/applications/${id}/withdrawal`}
            zone={zone}
          />
        </Card>
      ) : null}
    </ClientMessages>
  );
}

const isShown = (paper: PaperView | undefined): paper is PaperView =>
  paper !== undefined && (paper.canAttach || paper.files.some((file) => file.status === 'STORED'));

function PaperCard({ applicationId, paper, zone }: { applicationId: string; paper: PaperView | undefined; zone: string }) {
  if (!isShown(paper)) return null;
  return (
    <Card>
      <Paper applicationId={applicationId} paper={paper} zone={zone} />
    </Card>
  );
}

function Paper({ applicationId, paper, zone }: { applicationId: string; paper: PaperView; zone: string }) {
  const { label, files, canAttach, extensions, maxBytes } = paper;
  return <PaperUpload {...{ applicationId, label, files, canAttach, extensions, maxBytes, zone }} paper={paper.paper} />;
}

interface ConclusionProps {
  application: CasePapers_ApplicationFragment;
  paper: PaperView | undefined;
  zone: string;
}

/** The joint conclusion: its file, the teacher's word under it, what the coordinator verified. */
function Conclusion({ application, paper, zone }: ConclusionProps) {
  const t = useTranslations('acts.conclusion');
  const locale = useLocale();
  const now = useNow();
  const conclusion = readFragment(Conclusion_RecordFragmentDoc, application.conclusion);
  const { verdict } = application;
  if (!isShown(paper) && !conclusion) return null;
  return (
    <Card title={paper ? undefined : t('title')} id="conclusion">
      <div className="grid gap-4">
        {paper ? <Paper applicationId={application.id} paper={paper} zone={zone} /> : null}
        {conclusion?.signedAt ? (
          <div>
            <p>{t(conclusion.agreed ? 'signedYes' : 'signedNo', { at: formatMoment(conclusion.signedAt, locale, zone, now) })}</p>
            {conclusion.remarks ? <p className="whitespace-pre-line wrap-anywhere mt-1.5">«{conclusion.remarks}»</p> : null}
          </div>
        ) : null}
        {verdict ? (
          <div>
            <p>
              {t('verdict')}: <b>{verdict.label}</b>
            </p>
            {verdict.text ? <p className="whitespace-pre-line wrap-anywhere mt-1.5">«{verdict.text}»</p> : null}
          </div>
        ) : null}
      </div>
    </Card>
  );
}
