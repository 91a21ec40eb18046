import { describe, expect, it } from 'vitest';
import { type FormFieldView, isAsked, isFilled, isRequired, problemField, stepViews } from './form-view';

const field = (id: string, more: Partial<FormFieldView> = {}): FormFieldView => ({
  id,
  type: 'text',
  label: id,
  required: true,
  options: [],
  accept: [],
  maxBytes: 0,
  maxFiles: 0,
  step: 'one',
  ...more,
});
const until = field('until', { visibleWhen: { field: 'held', equals: null, notEmpty: true } });
const scan = field('scan', { type: 'file', visibleWhen: { field: 'wanted', equals: 'highest', notEmpty: null } });
const paper = field('paper', { requiredWhen: { field: 'wanted', equals: 'highest' } });

describe('the form on the screen', () => {
  it('asks a field only while its condition holds', () => {
    expect(isAsked(until, {})).toBe(false);
    expect(isAsked(until, { held: '' })).toBe(false);
    expect(isAsked(until, { held: 'first' })).toBe(true);
    expect(isAsked(scan, { wanted: 'first' })).toBe(false);
    expect(isAsked(scan, { wanted: 'highest' })).toBe(true);
  });

  it('requires what is asked, with requiredWhen only while that holds', () => {
    expect(isRequired(until, {})).toBe(false);
    expect(isRequired(until, { held: 'first' })).toBe(true);
    expect(isRequired(paper, { wanted: 'first' })).toBe(false);
    expect(isRequired(paper, { wanted: 'highest' })).toBe(true);
    expect(isRequired(field('subject', { required: false }), {})).toBe(false);
  });

  it('counts files for file fields and texts for others', () => {
    expect(isFilled(scan, {}, {})).toBe(false);
    expect(isFilled(scan, {}, { scan: 1 })).toBe(true);
    expect(isFilled(paper, { paper: 'x' }, {})).toBe(true);
  });

  it('says of each part what has become of it', () => {
    const form = {
      steps: ['one', 'two', 'three', 'four'].map((id) => ({ id, label: id })),
      fields: [field('a'), field('b'), field('c', { step: 'two' }), field('d', { step: 'three' }), field('e', { step: 'four' })],
    };
    const problems = [
      { code: 'REQUIRED', path: ['field', 'b'], message: '' },
      { code: 'REQUIRED', path: ['field', 'd'], message: '' },
      { code: 'VALUE_INVALID', path: ['field', 'e'], message: '' },
      { code: 'OPEN_APPLICATION_EXISTS', path: [], message: '' },
    ];
    const views = stepViews(form, { a: 'x', c: 'x', e: 'x' }, {}, problems);
    expect(views.map((v) => [v.state, v.fix])).toEqual([
      ['started', 0],
      ['done', 0],
      ['empty', 0],
      ['fix', 1],
    ]);
    expect(problemField({ path: ['field', 'e'] })).toBe('e');
    expect(problemField({ path: [] })).toBeNull();
  });
});
