import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { readFragment } from '@/gql';
import { FileLink_FileFragmentDoc, Information_RequestFragmentDoc, SchoolCaseDocument } from '@/gql/graphql';
import { query } from '@/server/api';
import { AnswerList } from '@/ui/application/answer-list';
import { CasePortfolio } from '@/ui/case/case-portfolio';
import { InformationAnswers } from '@/ui/case/information-answers';
import { readPapers } from '@/ui/case/papers';
import { CaseDiagram } from '@/ui/diagram/case-diagram';
import { Card } from '@/ui/kit/card';
import { Chip, type Tone } from '@/ui/kit/chip';
import { shortName } from '@/ui/kit/format';
import { Breadcrumbs } from '@/ui/kit/navigation';
import { ClientMessages } from '@/ui/shell/client-messages';
import { FactsPart, PaperPart, SigningPart } from './school-part';

type Params = Promise<{ id: string }>;

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { application } = await query(SchoolCaseDocument, { id: (await params).id });
  return { title: application?.fullName ?? '' };
}

export default async function SchoolCasePage({ params }: { params: Params }) {
  const { id } = await params;
  const [{ application, region }, t, list, acts] = await Promise.all([
    query(SchoolCaseDocument, { id }),
    getTranslations('school.case'),
    getTranslations('school.list'),
    getTranslations('acts.information'),
  ]);
  if (!application) return notFound();
  const zone = region?.timezone ?? 'UTC';
  const asked = application.employerConfirmation;
  // Only the statements are asked about where one answer is enough; the evidence is certified where several sign.
  const signing = (asked?.signatures.length ?? 0) > 0;
  const known = asked ?? application.employerPaper ?? application;
  const papers = readPapers(application.papers);
  const questions = readFragment(Information_RequestFragmentDoc, application.informationRequests);
  const facts = (asked?.facts ?? []).map((a) => ({ ...a, files: readFragment(FileLink_FileFragmentDoc, a.files) }));
  const [move] = application.whoseMove;
  return (
    <main id="main" className="wrap page">
      <Breadcrumbs items={[{ href: '/school/applications', label: list('title') }, { label: shortName(application.fullName) }]} />
      <div className="title-line mt-2">
        <h1>{application.fullName}</h1>
        <Chip tone={known.statusTone as Tone}>{known.statusLabel}</Chip>
      </div>
      <p className="muted mt-1.5">
        {[
          application.position?.label,
          application.category ? t('wants', { category: application.category.label }) : null,
          application.number ? t('number', { number: application.number }) : null,
          move && !move.yours ? t('turn', { role: move.roleLabel }) : null,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <div className="stack mt-6">
        {questions.length > 0 ? (
          <Card title={acts('title')} id="information">
            <ClientMessages namespaces={['acts', 'portfolio']}>
              <InformationAnswers applicationId={id} questions={questions} paper={papers.information} zone={zone} />
            </ClientMessages>
          </Card>
        ) : null}
        {asked && !signing ? <FactsPart application={application} zone={zone} /> : null}
        {signing ? <SigningPart application={application} zone={zone} /> : null}
        {application.employerPaper ? <PaperPart application={application} zone={zone} paper={papers.employer_paper} /> : null}
        {asked && !signing ? null : <CasePortfolio application={application} zone={zone} />}
        {signing ? (
          <Card title={t('facts')} id="facts">
            <AnswerList answers={facts} />
          </Card>
        ) : null}
        <CaseDiagram application={application} />
      </div>
    </main>
  );
}
