import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { calendarShape } from '@/domain/procedure/calendarShape';
import { calendarProblems } from '@/domain/procedure/check/calendar';
import { positionShape } from '@/domain/procedure/shape';
import { type Built, buildProcedure, countsOf } from './procedures/build';
import { findFolders, readFolder, readShared } from './procedures/read';
import { writeMadeFiles } from './procedures/writeOut';

/**
 * Command: `check [path]` proves the procedures, `load [path]` also stores them; `--draw` writes docs/procedures/ and procedures/schema/.
 * Faults are told as file:line path: message.
 */

const root = join(process.cwd(), 'procedures');
const given = process.argv.slice(2);
const draws = given.includes('--draw');
const [command = 'check', path] = given.filter((word) => word !== '--draw');

if (command !== 'check' && command !== 'load') {
  console.error(`unknown command ${command}: use "check [path] [--draw]" or "load [path]"`);
  process.exit(2);
}

const positions = z.object({ items: z.array(positionShape) }).parse(parse(readShared(root, 'positions.yaml'))).items;
const calendar = calendarShape.parse(parse(readShared(root, 'calendar-ru.yaml')));
const built = findFolders(root, path).map((folder) => buildProcedure(readFolder(folder), positions));
const faults = [...built.flatMap((b) => b.errors), ...calendarProblems(calendar).map((message) => `calendar-ru.yaml: ${message}`)];
if (built.length === 0) faults.push('no procedure found');

for (const b of built) console.log(`${b.name}: ${countsOf(b)}`);
for (const warning of built.flatMap((b) => b.warnings)) console.log(`warning: ${warning}`);
for (const fault of faults) console.error(`fault: ${fault}`);
if (faults.length > 0) process.exit(1);
console.log(`${built.length} procedure(s) are consistent.`);
if (draws) for (const file of writeMadeFiles(process.cwd(), built)) console.log(`written: ${file}`);
if (command === 'load') await load(built);

/** Stores what was checked; a published version that was changed stops the command. */
async function load(all: Built[]): Promise<void> {
  const { chooseCurrentVersions, storeCalendar, storeHosts, storeVersion } = await import('./procedures/store');
  const { CALENDAR_KEY } = await import('@/server/calendar');
  const { prisma, pool } = await import('@/server/prisma');
  let refused = 0;
  for (const b of all) {
    if (!b.document) continue;
    const result = await storeVersion({ ...b, document: b.document });
    console.log(`${b.name}: ${result}`);
    if (result === 'refused') {
      refused += 1;
      console.error(`fault: ${b.name} is published and was changed: a published version never changes, make a new one beside it`);
    }
  }
  console.log(await storeCalendar(CALENDAR_KEY, calendar));
  await chooseCurrentVersions();
  await storeHosts(process.env.REGION_HOSTS);
  await prisma.$disconnect();
  await pool().end();
  if (refused > 0) process.exit(1);
}
