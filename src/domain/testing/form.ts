import type { Form } from '../procedure/shape';

/** A small form of the made-up region: a required indicator, one of a single form of attestation, three kinds of rules. */

const word = (ru: string, en: string) => ({ ru, en });

export const smallForm: Form = {
  id: 'teacher',
  positions: ['teacher'],
  title: word('Портфель учителя', 'Teacher folder'),
  sections: [
    {
      id: 'results',
      no: 1,
      label: word('Результаты', 'Results'),
      source: 'proposed',
      indicators: [
        { id: 'table', label: word('Таблица', 'Table'), input: 'file', required: true, source: 'proposed' },
        { id: 'report', label: word('Отчёт', 'Report'), input: 'file', source: 'proposed' },
      ],
    },
    {
      id: 'sharing',
      no: 2,
      label: word('Опыт', 'Sharing'),
      source: 'proposed',
      indicators: [
        { id: 'talks', label: word('Выступления', 'Talks'), input: 'file', source: 'proposed' },
        {
          id: 'remote_talks',
          label: word('Вебинары', 'Webinars'),
          input: 'file',
          required: true,
          onlyForForms: ['remote'],
          source: 'proposed',
        },
      ],
    },
  ],
  criteria: [
    {
      id: 'c_results',
      kind: 'group',
      label: word('Результаты', 'Results'),
      max: 5,
      source: 'proposed',
      children: [
        { id: 'c_table', kind: 'leaf', label: word('Таблица', 'Table'), max: 3, evidence: ['table'], source: 'proposed' },
        {
          id: 'c_report',
          kind: 'leaf',
          label: word('Отчёт', 'Report'),
          max: 2,
          rule: { type: 'scale', scale: 'shown' },
          evidence: ['report'],
          source: 'proposed',
        },
      ],
    },
    {
      id: 'c_talks',
      kind: 'leaf',
      label: word('Выступления', 'Talks'),
      max: 5,
      rule: {
        type: 'level_table',
        accumulate: false,
        rows: [
          { level: 'town', label: word('Город', 'Town'), winner: 3, participant: 1 },
          { level: 'country', label: word('Страна', 'Country'), winner: 5, participant: 2 },
        ],
      },
      evidence: ['talks'],
      source: 'proposed',
    },
  ],
  totalMax: 10,
  thresholds: { first: { minTotal: 5, source: 'proposed' }, highest: { minTotal: 7.5, source: 'proposed' } },
};
