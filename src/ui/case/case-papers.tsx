import { useLocale, useNow, useTranslations } from 'next-intl';
import { type FragmentType, readFragment } from '@/gql';
import {
  type CasePapers_ApplicationFragment,
  CasePapers_ApplicationFragmentDoc,
  Conclusion_RecordFragmentDoc,
  Information_RequestFragmentDoc,
  Withdrawal_RecordFragmentDoc,
} from '@/gql/graphql';
import { Card } from '@/ui/kit/card';
import { formatMoment } from '@/ui/kit/format';
import { ClientMessages } from '@/ui/shell/client-messages';
import { InformationAnswers } from './information-answers';
import { isShown, Paper, PaperCard } from './paper';
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
      {Object.values(papers).map((paper) =>
        DRAWN_BESIDE.includes(paper.paper) ? null : <PaperCard key={paper.paper} applicationId={id} paper={paper} zone={zone} />,
      )}
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

/** Papers drawn beside what was asked, decided or signed with them; every other paper the viewer reads is a card of its own. */
const DRAWN_BESIDE = ['information', 'conclusion', 'withdrawal'];

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
