import { categoryProblems, fieldBoundsProblems, NAME_COLUMNS, tidyAnswer } from '@/domain/applicationForm';
import { dayIn } from '@/domain/days';
import { type Problem, problem } from '@/domain/problems';
import type { Field } from '@/domain/procedure/shape';
import { lengthProblems, TEXT_LIMITS } from '@/domain/typed/limits';
import { getViewer } from '@/server/context';
import type { Case } from '@/server/facts';
import { perform } from '@/server/perform';
import { valueProblems } from '../../../application/valueProblems';
import type { MutationResolvers } from './../../../types.generated';
import { correctable } from '../../facts';
import { moveTo } from '../../moveTo';

export const answerDispute: NonNullable<MutationResolvers['answerDispute']> = async (_parent, { input }, context) => {
  const note = input.note.trim();
  return perform(getViewer(context), input.applicationId, {
    record: 'answer_dispute',
    write: async (tx, found, at) => {
      const { application, facts } = found;
      const open = correctable(found);
      const unknown = input.answers.filter(({ fieldId }) => !open.some((field) => field.id === fieldId));
      const changed = open.flatMap((field) => {
        const typed = input.answers.find(({ fieldId }) => fieldId === field.id);
        const value = typed && tidyAnswer(field, typed.value);
        const former = String(facts.values[field.id] ?? '');
        return value === undefined || value === former ? [] : [{ field, value, former }];
      });
      const answers = Object.fromEntries(changed.map(({ field, value }) => [field.id, value]));
      const values = { ...facts.values, ...answers };
      const today = dayIn(found.procedure.region.timezone, at);
      const problems = [
        ...unknown.map(({ fieldId }) => problem('VALUE_NOT_LISTED', ['field', fieldId])),
        ...changed.flatMap(({ field, value }) => answerProblems(found, field, value)),
        ...lengthProblems(note, TEXT_LIMITS.reason, ['input', 'note']),
        ...(changed.length === 0 && !note ? [problem('REASON_REQUIRED', ['input', 'note'], { count: 0 })] : []),
      ];
      if (problems.length === 0)
        problems.push(
          ...changed.flatMap(({ field, value }) => fieldBoundsProblems(found.procedure, field, value, values, today)),
          ...categoryProblems(found.procedure, values),
        );
      if (problems.length) return { problems };
      const moved = changed.find(({ field }) => field.type === 'organisation');
      if (moved && !(await moveTo(tx, found, moved.value, answers)))
        return { problems: [problem('VALUE_NOT_LISTED', ['field', moved.field.id])] };
      await tx.application.update({
        where: { id: application.id },
        data: {
          ...Object.assign({}, ...changed.map(({ field, value }) => columnOf(field, value))),
          ...(moved ? {} : { values: { ...(application.values as Record<string, string>), ...answers } }),
          version: { increment: 1 },
          updatedAt: at,
        },
      });
      // The effect of the event writes the request itself.
      await tx.employerConfirmation.update({
        where: { applicationId: application.id },
        data: { reason: null, disputedFields: [], reply: note || null },
      });
      return {
        events: ['employer.confirmation_requested'],
        data: { detail: note || null, fields: changed.map(({ field }) => field.id) },
        changes: changed.map(({ field, value, former }) => ({ field: field.id, from: former || null, to: value || null })),
      };
    },
  });
};

function answerProblems({ procedure }: Case, field: Field, value: string): Problem[] {
  return value === '' && field.required ? [problem('REQUIRED', ['field', field.id])] : valueProblems(procedure, field, value);
}

/** The column that stands beside an answer, because lists and letters use it. */
function columnOf(field: Field, value: string): Record<string, string> {
  const name = NAME_COLUMNS[field.id];
  return name ? { [name]: value } : field.type === 'position' ? { positionId: value } : {};
}
