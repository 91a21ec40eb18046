import type { Page, TestInfo } from '@playwright/test';
import { versionsOfCases, versionsOfRegions } from './database';

const regions = new Set<string>();
const ids = new Set<string>();
const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Notes the regions and cases whose pages this page opens. */
export function notePages(page: Page): void {
  const note = (address: string) => {
    const url = new URL(address, 'http://site');
    const region = url.searchParams.get('region');
    if (region) regions.add(region);
    for (const id of url.pathname.match(ID) ?? []) ids.add(id);
  };
  page.on('request', (request) => request.isNavigationRequest() && note(request.url()));
  page.on('framenavigated', (frame) => note(frame.url()));
}

/** What the test before it ran under: a journey of several tests goes on where the last one stopped. */
let before: { file: string; versions: string[] } = { file: '', versions: [] };

/**
 * Annotates a test with the versions of procedures it ran under: those of the cases it opened, else the newest of the regions it signed in to,
 * else, where it opened nothing anew, those of the test of its file before it.
 */
export async function annotateVersions(info: TestInfo): Promise<void> {
  const ofCases = await versionsOfCases([...ids]);
  const opened = ofCases.length > 0 ? ofCases : await versionsOfRegions([...regions]);
  const versions = opened.length > 0 || before.file !== info.file ? opened : before.versions;
  before = { file: info.file, versions };
  for (const description of versions) info.annotations.push({ type: 'procedure', description });
  ids.clear();
  regions.clear();
}
