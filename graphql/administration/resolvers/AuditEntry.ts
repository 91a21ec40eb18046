import { speak } from '@/domain/ownWords';
import { groupOf, isByOneself } from '@/domain/trail';
import { trailSentence, trailWords } from '@/messages/trailSentence';
import { spokenProcedure } from '@/server/auth/regionProcedure';
import type { AuditEntryResolvers } from './../../types.generated';
import { changesOf } from '../auditChanges';
import { accountNameOf, caseOf, dataOf, detailOf, roleWord, sexOf } from '../auditWords';

const SAVES = ['save_field', 'save_score', 'save_recommendations'];
const REFUSALS = ['refused', 'sign_in_failed'];
/** Who acted: whoever was signed in, or the person whom a link or the portal vouched for. */
const actorOf = (row: { accountId: string | null; personId: string | null; action: string }) =>
  row.accountId ?? (isByOneself(row.action) ? row.personId : null);

export const AuditEntry: AuditEntryResolvers = {
  businessAt: ({ at, businessAt }) => (Math.abs(businessAt.getTime() - at.getTime()) > 60_000 ? businessAt : null),
  accountName: async (row, _arg, context) => {
    const words = trailWords(context.language);
    return (await accountNameOf(actorOf(row), context)) ?? (row.action === 'sign_in_failed' ? words.unknown : words.system);
  },
  roleLabel: ({ role }, _arg, context) => roleWord(role, context),
  sentence: async (row, _arg, context) =>
    speak(
      trailSentence(context.language, row.action, {
        sex: await sexOf(actorOf(row), context),
        field: row.action === 'read_list' ? row.objectId : dataOf(row).field,
      }),
      await spokenProcedure(context),
      context.language,
    ),
  detail: (row, _arg, context) => detailOf(row, context),
  group: ({ action }) => groupOf(action),
  refused: ({ action }) => REFUSALS.includes(action),
  changes: (row, _arg, context) => changesOf(row, context),
  foldKey: ({ action, accountId, applicationId, sessionId }) =>
    SAVES.includes(action) ? [action, accountId, applicationId, sessionId].join(' ') : null,
  applicationId: async (row, _arg, context) => (await caseOf(row, context))?.application.id ?? null,
  applicationNumber: async (row, _arg, context) => (await caseOf(row, context))?.application.number ?? null,
  applicationPerson: async (row, _arg, context) => {
    const found = await caseOf(row, context);
    if (!found?.application.submittedAt) return null;
    const { lastName, firstName, patronymic } = found.application;
    const initials = [firstName, patronymic].flatMap((name) => (name ? [`${name[0]}.`] : []));
    return [lastName, ...initials].join('\u00a0');
  },
};
