import fs from 'node:fs';

export interface Usage {
  /** Time that the process has had a processor, all of its threads. */
  cpuMs: number;
  /** Memory in use, that outside the JavaScript heap included. */
  bytes: number;
}

/** Linux counts both in units that have not changed in decades: USER_HZ, and pages of this size on x86-64 and arm64. */
const TICK_MS = 10;
const PAGE_BYTES = 4_096;

/** What a process has used, by Linux's own count; null where that is not told (another system, or the process is gone). */
export function usageOf(pid: number): Usage | null {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'latin1');
    // the name may hold blanks and brackets: fields are counted behind its last bracket, the state being the first
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [user, system, pages] = [fields[11], fields[12], fields[21]];
    if (user === undefined || system === undefined || pages === undefined) return null;
    return { cpuMs: (user + system) * TICK_MS, bytes: pages * PAGE_BYTES };
  } catch {
    return null;
  }
}
