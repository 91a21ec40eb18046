import { beforeAll, describe, expect, it } from 'vitest';
import { beginJourney, type Land, makeLand } from '@/testing/journey';

let land: Land;
beforeAll(async () => {
  land = await makeLand('samara/1.0.0');
});

describe('Samara', () => {
  it('walks a case from the application to the category', async () => {
    const journey = await beginJourney(land);
    expect(await journey.walkTo('GRANTED')).toEqual([]);
  });
});
