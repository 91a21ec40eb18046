import fs from 'node:fs';
import path from 'node:path';
import { onStart } from './children.mjs';
import { StepFailure, say } from './steps.mjs';

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** When a process began, in clock ticks since boot: with its id it names one process for good. Empty where there is no /proc. */
function beginningOf(pid) {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

const named = (name, pid) => ({ name, pid, beginning: beginningOf(pid) });
const isAlive = ({ pid, beginning }) => beginning !== undefined && beginningOf(pid) === beginning;

async function end(child) {
  say(`    ${child.name} (process ${child.pid}) was left by an earlier run: it is stopped first`);
  // PostgreSQL waits for its clients on SIGTERM; SIGINT is its quick and clean stop.
  process.kill(child.pid, child.name === 'PostgreSQL' ? 'SIGINT' : 'SIGTERM');
  for (let waited = 0; isAlive(child) && waited < 5000; waited += 100) await sleep(100);
  if (isAlive(child)) process.kill(child.pid, 'SIGKILL');
  while (isAlive(child)) await sleep(50);
}

/** Ends what an earlier run left behind when it was killed before it could stop its children. */
const endLeftovers = (children) => Promise.all(children.filter(isAlive).map(end));

const fileIn = (folder) => path.join(folder, 'run.json');
const readRecord = (folder) => (fs.existsSync(fileIn(folder)) ? JSON.parse(fs.readFileSync(fileIn(folder), 'utf8')) : undefined);

/** Id of the live process that owns the folder, if there is one. */
export function ownerOf(folder) {
  const record = readRecord(folder);
  return record && isAlive(record.self) ? record.self.pid : undefined;
}

/** One run at a time owns a data folder; its children are written down so that the next run can clean up after a crash. */
export async function ownFolder(folder) {
  fs.mkdirSync(folder, { recursive: true });
  const file = fileIn(folder);
  const earlier = readRecord(folder);
  if (earlier && earlier.self.pid !== process.pid && isAlive(earlier.self)) {
    throw new StepFailure(
      `Process ${earlier.self.pid} already runs with the data in ${folder}`,
      `stop it (Ctrl-C in its terminal, or: kill ${earlier.self.pid}) and start again`,
    );
  }
  if (earlier) await endLeftovers(earlier.children);
  const record = { self: named('run', process.pid), children: [] };
  const write = () => fs.writeFileSync(file, JSON.stringify(record));
  write();
  onStart((name, pid) => {
    record.children = [...record.children.filter(isAlive), named(name, pid)];
    write();
  });
  process.on('exit', () => fs.rmSync(file, { force: true }));
}
