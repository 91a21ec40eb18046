import { notFound } from 'next/navigation';
import { cache } from 'react';
import { readFragment } from '@/gql';
import { ApplicationFormDocument, EvidenceFiles_FileFragmentDoc, FileLink_FileFragmentDoc, Term_DeadlineFragmentDoc } from '@/gql/graphql';
import { query } from '@/server/api';
import { problemField, stepViews } from '@/ui/application/form-view';
import { readPapers } from '@/ui/case/papers';

/** Everything the form's pages show: the case, its parts, what is missing, the term. */
export const loadForm = cache(async (id: string) => {
  const { application, applyingTerm, region } = await query(ApplicationFormDocument, { id });
  if (!application) return notFound();
  const values = Object.fromEntries(application.fieldValues.map(({ fieldId, value }) => [fieldId, value]));
  const files = Object.fromEntries(application.answers.map((a) => [a.fieldId, readFragment(FileLink_FileFragmentDoc, a.files)]));
  const uploads = Object.fromEntries(application.answers.map((a) => [a.fieldId, readFragment(EvidenceFiles_FileFragmentDoc, a.files)]));
  const fileCounts = Object.fromEntries(Object.entries(files).map(([fieldId, list]) => [fieldId, list.length]));
  const problems = application.submitProblems;
  const acts = application.viewerActions.map((a) => a.action);
  const terms = readFragment(Term_DeadlineFragmentDoc, application.deadlines);
  return {
    application,
    region: region ?? null,
    zone: region?.timezone ?? 'UTC',
    values,
    files,
    /** The same files as the upload control wants them. */
    uploads,
    fileCounts,
    /** What the school's card says, by field. */
    cardAnswers: Object.fromEntries(application.cardAnswers.map(({ fieldId, value }) => [fieldId, value])),
    problems,
    /** How many of them are answers of the form. */
    missing: problems.filter((p) => problemField(p) !== null).length,
    /** The application on paper, where it is signed by hand. */
    signed: readPapers(application.papers).signed_application,
    /** It came back: returned for correction, or refused in a region that lets it be sent again. */
    back: acts.includes('resubmit'),
    /** Refusals other than a missing answer, by field. */
    known: Object.fromEntries(problems.flatMap((p) => (p.code === 'REQUIRED' ? [] : [[problemField(p) ?? '', p.message] as const]))),
    steps: stepViews(application.form, values, fileCounts, problems),
    editable: acts.includes('edit_application'),
    /** The act that sends the form now. */
    sends: acts.includes('resubmit') ? ('resubmit' as const) : acts.includes('submit') ? ('submit' as const) : null,
    /** The term for sending: of the correction, else of the account's first application. */
    term: terms.find((t) => ENDING.includes(t.onExpiry)) ?? readFragment(Term_DeadlineFragmentDoc, applyingTerm) ?? null,
  };
});

/** What a lapsed term does to a case that waits for its teacher. */
const ENDING = ['refuse_intake', 'expire_application'];

export type LoadedForm = Awaited<ReturnType<typeof loadForm>>;
