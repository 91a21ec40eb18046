import { describe, expect, it } from 'vitest';
import { entryProblems, entryShape } from '@/domain/evidence';
import { countFilled, portfolioProblems } from '@/domain/portfolio';
import { formFor } from '@/domain/procedure/document';
import { indicatorsOf } from '@/domain/procedure/tree';
import { publishedProcedure } from './testing/published';

const samara = publishedProcedure('samara');
const form = (position: string) => {
  const found = formFor(samara, position);
  if (!found) throw new Error(`no form for ${position}`);
  return found;
};
const indicator = (position: string, id: string) => {
  const found = indicatorsOf(form(position)).find((one) => one.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};
const CLASSES = 'наиболее «старшем» на момент аттестации классе, за последний учебный год';

describe('Samara', () => {
  it('asks for values beside files, all of them, and counts nothing while one of the two is missing', () => {
    const teacher = form('teacher');
    const table = indicator('teacher', 'attainment_table');
    const shape = entryShape(teacher, table);
    if (!shape) throw new Error('no values');
    expect(shape.columns.map((c) => [c.label.ru, c.required])).toEqual([
      ['Успеваемость, %', true],
      ['Качество знаний, %', true],
    ]);
    expect(entryProblems(shape, { attainment: 99 }, { today: '2026-11-30' })).toMatchObject([{ code: 'REQUIRED', path: ['quality'] }]);
    expect(countFilled(teacher, { attainment_table: 2 }, {})).toEqual({ half: ['attainment_table'], filled: {} });
    expect(countFilled(teacher, {}, { attainment_table: 1 })).toEqual({ half: ['attainment_table'], filled: {} });
    expect(countFilled(teacher, { attainment_table: 1, talks: 2 }, { attainment_table: 1 })).toEqual({
      half: [],
      filled: { attainment_table: 2, talks: 2 },
    });
  });

  it('keeps a portfolio closed that has a file without its values, also where it need not be there at all', () => {
    const teacher = form('teacher');
    const every = Object.fromEntries(indicatorsOf(teacher).map(({ id }) => [id, 1]));
    const facts = (files: Record<string, number>, entries: Record<string, number>) => ({
      values: {},
      portfolio: { status: 'DRAFT' as const, pending: [], ...countFilled(teacher, files, entries) },
    });
    expect(portfolioProblems(teacher, facts(every, every))).toEqual([]);
    const { olympiads: _, ...rest } = every;
    expect(portfolioProblems(teacher, facts(every, rest))).toMatchObject([
      { code: 'PORTFOLIO_INCOMPLETE', path: ['indicator', 'olympiads'], params: { part: 'both' } },
    ]);
  });

  it('asks for the subject teacher’s report by the words of the source, and says which class the final work is of', () => {
    expect(indicator('teacher', 'gradebook_report').label.ru).toBe(
      'Копия отчёта учителя-предметника по истории и обществознанию (иным предметам) за межаттестационный период (скриншот страниц АСУ РСО)',
    );
    for (const id of ['uud_results', 'uud_specification']) expect(indicator('teacher', id).hint?.ru).toBe(`В 9-м классе или в ${CLASSES}`);
    for (const id of ['uud_results', 'complex_work'])
      expect(indicator('primary_teacher', id).hint?.ru).toBe(`В 4-м классе или в ${CLASSES}`);
    expect(indicator('teacher', 'uud_specification').label.ru).toContain(
      'один вариант) итоговой работы, рассмотренные на заседании школьного объединения',
    );
  });

  it('has as many sections and indicators as the position needs', () => {
    const shape = (position: string) => form(position).sections.map((s) => s.indicators.length);
    expect(shape('teacher')).toEqual([8, 4, 6, 5]);
    expect(shape('educational_psychologist')).toEqual([9, 6, 5]);
    expect(shape('speech_therapist_teacher')).toEqual([8, 6, 5]);
  });

  it('tags no points as the source’s: it has none', () => {
    for (const { criteria } of samara.forms) expect(criteria.filter(({ source }) => source === 'seed')).toEqual([]);
  });

  it('confirms the status of the teacher and writes letters 2 and 3 to him by name and patronymic', () => {
    expect(samara.employerConfirmation.confirms?.label.ru).toBe('статус «педагогический работник»');
    for (const id of ['letter_2', 'letter_3'])
      expect(samara.letters.find((letter) => letter.id === id)?.body.ru).toMatch(
        /^\{\{teacher\.firstName\}\} \{\{teacher\.patronymic\}\}!/,
      );
  });

  it('tags as the source’s what its lines say, and nothing beside it', () => {
    // Line 6 names both categories; what the highest asks for follows from the copy that line 33 wants.
    expect(samara.categories.slice(0, 2).map((c) => c.source)).toEqual(['seed', 'derived']);
    // Line 75 ends at «ОБРАБОТКА ЗАКОНЧЕНА»: the word stays while our commission goes on.
    const finished = samara.statuses.application.filter((s) => s.label.ru === 'ОБРАБОТКА ЗАКОНЧЕНА');
    expect(finished.map((s) => `${s.status} ${s.source}`)).toEqual(['EXPERTISE_DONE seed', 'MEETING_SET derived', 'DECIDED derived']);
    // Line 55 has the commission decide; that a secretary enters it is ours, and so are the steps of the line above a case.
    expect(samara.transitions.find((t) => t.action === 'admit')?.source).toBe('derived');
    expect(samara.caseLine.map((step) => step.source)).not.toContain('seed');
    // Line 34 calls the field «Выберите квалификационную категорию»; no line asks for a paper of the application.
    expect(samara.application.fields.find((f) => f.id === 'held_category')?.source).toBe('derived');
    expect(samara.documents.filter((d) => d.source === 'seed')).toEqual([]);
    // Letter 2 is that of lines 40-42; 1 and 3 differ from theirs where nothing is deleted here (lines 22, 47).
    expect(['letter_1', 'letter_2', 'letter_3'].map((id) => samara.letters.find((l) => l.id === id)?.source)).toEqual([
      'derived',
      'seed',
      'derived',
    ]);
  });
});
