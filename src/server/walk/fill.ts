import { recordActionProblems } from '@/domain/case/acts';
import { indicatorAsked } from '@/domain/portfolio';
import type { Problem } from '@/domain/problems';
import type { Indicator } from '@/domain/procedure/shape';
import { type Case, getCase } from '../facts';
import { prisma } from '../prisma';
import * as M from './documents';
import { upload } from './upload';
import { entryValue, nextAnswer } from './values';
import type { Move } from './walk';

const fresh = ({ application }: Case): Promise<Case> => getCase(prisma, application.id);

/** Answers every question of the form that is required or wished for. */
export const fillForm: Move = async (walk) => {
  const applicationId = walk.found.application.id;
  for (let found = walk.found; ; found = await fresh(found)) {
    const next = await nextAnswer(found.procedure, found.application, found.facts, walk.wishes ?? {});
    if (!next) return [];
    const { field, value } = next;
    const scan = field.accept?.includes('pdf') === false ? 'Выписка из приказа.png' : 'Выписка из приказа.pdf';
    const problems =
      value === null
        ? await upload({ found, act: walk.act }, { fieldId: field.id }, scan)
        : (await walk.act(M.SAVE_FIELD, { input: { applicationId, fieldId: field.id, value } })).problems;
    if (problems.length > 0) return problems;
  }
};

/** Shows evidence: everything that is required, and the first of every section. */
export const fillPortfolio: Move = async (walk) => {
  const { form, facts, procedure, application } = await fresh(walk.found);
  if (!form || recordActionProblems(procedure, form, facts, 'edit_portfolio', 'TEACHER').length > 0) return [];
  const empty = ({ id }: Indicator) => !facts.portfolio.filled[id];
  const half = ({ id }: Indicator) => facts.portfolio.half?.includes(id);
  const has = ({ id }: Indicator) => application.entries.some((entry) => entry.indicatorId === id);
  for (const section of form.sections) {
    const asked = section.indicators.filter((indicator) => indicatorAsked(indicator, facts.values));
    const wanted = asked.filter((indicator, k) => empty(indicator) && (indicator.required || k === 0 || half(indicator)));
    for (const indicator of wanted) {
      const value = entryValue(form, indicator);
      const name = `${indicator.label.ru.slice(0, 60).replace(/[«»/\\:*?"<>|]/g, '')}.pdf`;
      const input = { applicationId: application.id, indicatorId: indicator.id, value };
      const problems: Problem[] = value === null || has(indicator) ? [] : (await walk.act(M.SAVE_ENTRY, { input })).problems;
      const file = value === null || indicator.input === 'file_and_values';
      if (file && problems.length === 0) problems.push(...(await upload(walk, { indicatorId: indicator.id }, name)));
      if (problems.length > 0) return problems;
    }
  }
  return [];
};
