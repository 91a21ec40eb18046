import type { FragmentType } from '@/gql';
import type { TeacherCaseQuery, Term_DeadlineFragmentDoc } from '@/gql/graphql';

type TeacherCase = NonNullable<TeacherCaseQuery['application']>;
type Asked = Pick<TeacherCase, 'id' | 'whoseMove' | 'viewerActions' | 'submitProblems'>;

/** Acts a case may wait for its teacher with; a test holds them against every procedure. */
export const OWN_ACTS = [
  'submit',
  'resubmit',
  'edit_application',
  'attach_signed_application',
  'answer_dispute',
  'submit_portfolio',
  'sign_conclusion',
  'answer_information',
] as const;
type Key = (typeof OWN_ACTS)[number] | 'other';

interface OwnMove {
  key: Key;
  href: string;
  deadline: FragmentType<typeof Term_DeadlineFragmentDoc> | null;
  /** Answers of the form that are still wanted. */
  missing: number;
}

/** What the teacher is to do now and where: the move that is waited for; a form that is open comes before the paper it is printed on. */
export function ownMove({ id, whoseMove, viewerActions, submitProblems }: Asked): OwnMove | null {
  const awaited = whoseMove.find((move) => move.yours);
  const sends = viewerActions.find((act) => act.action === 'submit' || act.action === 'resubmit')?.action as
    | 'submit'
    | 'resubmit'
    | undefined;
  const missing = submitProblems.filter((p) => p.path[0] === 'field').length;
  if (!awaited && !sends) return null;
  const known = OWN_ACTS.find((act) => act === awaited?.action) ?? 'other';
  const ofForm = sends && (!awaited || (missing > 0 && known !== 'submit_portfolio'));
  const key = ofForm ? sends : known;
  const base = `/teacher/applications/${id}`;
  const hrefs: Record<Key, string> = {
    submit: `${base}/form${missing === 0 ? '/check' : ''}`,
    resubmit: `${base}/form`,
    // The form is filled: what is missing is said of the person, in the account.
    edit_application: '/account',
    attach_signed_application: `${base}/form/check#signed`,
    submit_portfolio: `/teacher/portfolio/${id}`,
    answer_dispute: `${base}/dispute`,
    sign_conclusion: `${base}#conclusion`,
    answer_information: `${base}#information`,
    other: base,
  };
  return { key, href: hrefs[key], deadline: awaited?.deadline ?? null, missing };
}
