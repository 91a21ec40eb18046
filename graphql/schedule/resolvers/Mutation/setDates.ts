import { datesProblems } from '@/domain/dates';
import { dayIn, formatDay } from '@/domain/days';
import { problem } from '@/domain/problems';
import { changesBetween } from '@/server/audit';
import { getViewer } from '@/server/context';
import { perform } from '@/server/perform';
import { setTermDay } from '@/server/terms';
import type { MutationResolvers } from './../../../types.generated';
import { datesOf, settableTerms } from '../../dates';

export const setDates: NonNullable<MutationResolvers['setDates']> = async (_parent, { input }, context) =>
  perform(getViewer(context), input.applicationId, {
    record: 'set_dates',
    write: async (tx, found, at) => {
      const settable = settableTerms(found).map(({ term }) => term);
      const dates = [...new Map(input.dates.map((date) => [date.termId, date])).values()];
      const met = dates.filter(({ termId }) => !settable.some((term) => term.id === termId));
      if (met.length > 0) return { problems: met.map(({ termId }) => problem('VALUE_NOT_LISTED', ['input', 'dates', termId])) };
      const today = dayIn(found.procedure.region.timezone, at);
      const known = await datesOf(tx, found);
      const problems = datesProblems(found.procedure, known, dates, today);
      if (problems.length > 0) return { problems };
      for (const { termId, untilDate } of dates) await setTermDay(tx, found, termId, untilDate, at);
      const changes = changesBetween(known.until, Object.fromEntries(dates.map(({ termId, untilDate }) => [termId, untilDate])));
      return { data: { detail: dates.map(({ untilDate }) => formatDay(untilDate)).join(', ') }, changes };
    },
  });
