import { describe, expect, it } from 'vitest';
import { madeUpRegion } from '@/domain/testing/region';
import { formField, stepsOf } from './form';

const { application } = madeUpRegion;
const { steps: _steps, ...bare } = application;
const partOf = (procedure: typeof madeUpRegion, id: string) => {
  const field = procedure.application.fields.find((f) => f.id === id);
  return field ? formField(procedure, field, 'ru').step : null;
};

describe('parts of a form', () => {
  it('are made by the kind of the fields where the procedure names none, and every field has one', () => {
    const procedure = { ...madeUpRegion, application: bare };
    const ids = stepsOf(procedure).map((step) => step.id);
    expect(ids.slice(0, 3)).toEqual(['person', 'work', 'request']);
    for (const field of bare.fields) expect(ids, field.id).toContain(partOf(procedure, field.id));
    expect(partOf(procedure, 'position')).toBe('work');
    // What depends on a category stands beside it.
    expect(partOf(procedure, 'held_category_until')).toBe('request');
  });

  it('are the procedure’s own where it names them', () => {
    const steps = [{ id: 'all', label: { ru: 'Всё', en: 'All' } }];
    const procedure = { ...madeUpRegion, application: { ...bare, steps } };
    expect(stepsOf(procedure)).toBe(steps);
    expect(partOf(procedure, 'position')).toBe('all');
  });

  it('take the region’s kinds of files where a field names none', () => {
    const field = {
      id: 'papers',
      type: 'files' as const,
      shows: 'case' as const,
      label: { ru: 'Документы', en: 'Papers' },
      required: false,
      source: 'proposed' as const,
    };
    expect(formField(madeUpRegion, field, 'ru').accept).toEqual(madeUpRegion.portfolio.fileLimits.extensions);
  });
});
