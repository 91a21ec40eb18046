import { type Problem, problem } from '@/domain/problems';
import type { Action, Outcome } from '@/domain/procedure/vocabulary';
import { lengthProblems, TEXT_LIMITS } from '@/domain/typed/limits';
import type { Viewer } from '@/domain/viewer';
import { isoDay } from '@/server/facts';
import { newId } from '@/server/ids';
import { type Performed, perform } from '@/server/perform';

/** Issues an order for one case; cases of one category share an order of the same number and date. */
export function issueOrder(
  viewer: Viewer,
  action: Extract<Action, 'grant' | 'refuse'>,
  outcome: Outcome,
  input: { applicationId: string; number: string; date: string },
): Promise<Performed> {
  const number = input.number.trim();
  return perform(viewer, input.applicationId, {
    action,
    input: { order: { number, date: input.date } },
    write: async (tx, { application }, at) => {
      const problems = numberProblems(number);
      const decidedOn = application.decision ? isoDay(application.decision.decidedAt) : null;
      if (decidedOn && input.date < decidedOn) problems.push(problem('DATES_CONTRADICT', ['input', 'date'], { date: decidedOn }));
      if (problems.length) return { problems };
      const key = { regionId: application.regionId, number, date: new Date(input.date), categoryId: application.categoryId ?? '', outcome };
      const order = await tx.order.upsert({
        where: { regionId_number_date_categoryId_outcome: key },
        create: { id: newId(), ...key, createdAt: at },
        update: {},
      });
      await tx.application.update({ where: { id: application.id }, data: { orderId: order.id } });
      return { data: { number, date: input.date } };
    },
  });
}

function numberProblems(number: string): Problem[] {
  const path = ['input', 'number'];
  return number ? lengthProblems(number, TEXT_LIMITS.orderNumber, path) : [problem('REQUIRED', path)];
}
