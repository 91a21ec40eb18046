import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { formFor } from '@/domain/procedure/document';
import { publishedNames } from '@/procedures/testing/published';
import { prisma } from '@/server/prisma';
import { beginJourney, makeLand } from '@/testing/journey';
import { contextOf, dataOf } from '@/testing/viewers';
import { execute } from '../execute';

/** The law of positions: whoever holds a position of the nomenclature can apply in every region, on a form of its own or on the general one. */

const positions = (parse(readFileSync('procedures/positions.yaml', 'utf8')) as { items: { id: string }[] }).items.map(({ id }) => id);
const SAVE = 'mutation ($input: SaveApplicationFieldInput!) { saveApplicationField(input: $input) { problems { code } } }';
const PORTFOLIO = 'query ($id: UUID!) { application(id: $id) { portfolio { sections { id } } } }';

describe.each(publishedNames().map((name) => name.split('/')[0] ?? name))('%s', (id) => {
  it('takes an application for every position, and one on the general form goes on to its registration', async () => {
    const land = await makeLand(id);
    const asked = await beginJourney(land);
    for (const position of positions) {
      const context = await contextOf(land.region, asked.teacher.session?.sessionId ?? null);
      const input = { applicationId: asked.id, fieldId: 'position', value: position };
      const { saveApplicationField } = dataOf(
        await execute<{ saveApplicationField: { problems: { code: string }[] } }, object>(SAVE, { input }, context),
      );
      expect([position, saveApplicationField.problems]).toEqual([position, []]);
      expect((await prisma.application.findUniqueOrThrow({ where: { id: asked.id } })).positionId).toBe(position);
    }
    const general = await beginJourney(land, { position: 'social_teacher' });
    await general.walkTo('REGISTERED');
    const { number, positionId } = await prisma.application.findUniqueOrThrow({ where: { id: general.id } });
    expect([positionId, Boolean(number), formFor(land.procedure, positionId)?.id]).toEqual(['social_teacher', true, 'general']);
    const context = await contextOf(land.region, general.teacher.session?.sessionId ?? null);
    const { application } = dataOf(
      await execute<{ application: { portfolio: { sections: { id: string }[] } } }, object>(PORTFOLIO, { id: general.id }, context),
    );
    expect(application.portfolio.sections.map((section) => section.id)).toEqual(
      formFor(land.procedure, 'social_teacher')?.sections.map((section) => section.id),
    );
  }, 120_000);
});
