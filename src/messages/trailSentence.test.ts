import { expect, it } from 'vitest';
import { TRAIL_ACTIONS } from '@/domain/trail';
import { hasSentence, trailSentence } from './trailSentence';

it.each(['ru', 'en'] as const)('every act of the trail has its sentence: %s', (locale) => {
  expect(TRAIL_ACTIONS.filter((action) => !hasSentence(locale, action))).toEqual([]);
  for (const action of TRAIL_ACTIONS) expect(trailSentence(locale, action)).not.toMatch(/[{}[\]_]/);
});

it('speaks of a woman, a man and somebody in the past tense', () => {
  const said = (action: string) => ([null, 'female', 'male'] as const).map((sex) => trailSentence('ru', action, { sex }));
  expect(said('read_case')).toEqual(['Открыл(а) дело', 'Открыла дело', 'Открыл дело']);
  expect(said('sign_in')).toEqual(['Вошёл(-ла)', 'Вошла', 'Вошёл']);
  expect(said('create_employee')).toEqual(['Завёл(-а) карточку работника', 'Завела карточку работника', 'Завёл карточку работника']);
  expect(trailSentence('ru', 'read_list', { sex: 'female', field: 'applications' })).toBe('Открыла список с личными данными: дела');
});
