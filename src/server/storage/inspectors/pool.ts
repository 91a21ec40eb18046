import { problem } from '@/domain/problems';
import { log } from '@/server/log';
import { once } from '@/server/once';
import type { Inspection, Limits } from '../inspect';
import { type Cost, Inspector } from './child';

export interface Task {
  bytes: Uint8Array;
  name: string;
  limits: Limits;
}

export interface Answer {
  ready?: true;
  inspection?: Inspection;
}

/** So many files are judged at once; each inspector is a process of its own. */
const INSPECTORS = 2;
const COST: Cost = { cpuMs: 5_000, bytes: 256 * 1024 * 1024, wallMs: 40_000 };
/** An inspector that has kept this much of what it unpacked is replaced before it judges another file by what is left. */
const RETIRE_BYTES = 150 * 1024 * 1024;

const damaged: Inspection = { ok: false, problem: problem('FILE_DAMAGED', ['file'], { reason: 'limits' }) };
const unavailable: Inspection = { ok: false, problem: problem('INSPECTION_UNAVAILABLE', ['file']) };

/** Processes that judge files, started when first needed, replaced when they end; files wait in the order in which they came. */
class Inspectors {
  readonly #idle: Inspector[] = [];
  readonly #waiting: ((inspector: Inspector) => void)[] = [];
  #running = 0;

  async judge(task: Task, most: Cost): Promise<Inspection> {
    // what ended from outside says nothing of the file: were all inspectors ended at once, the next one is new
    for (let attempt = 0; attempt <= INSPECTORS; attempt += 1) {
      const inspector = await this.#take();
      const answer = await inspector.judge(task, most);
      this.#giveBack(inspector);
      if (typeof answer === 'object' && answer.inspection) return answer.inspection;
      log.warn({ why: answer, size: task.bytes.length }, 'an inspector gave no answer');
      if (answer === 'file') return damaged;
    }
    return unavailable;
  }

  #take(): Promise<Inspector> | Inspector {
    const idle = this.#idle.shift();
    if (idle) return idle;
    if (this.#running < INSPECTORS) return this.#start();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #start(): Inspector {
    this.#running += 1;
    const inspector = new Inspector(() => {
      const at = this.#idle.indexOf(inspector);
      if (at === -1) return;
      this.#idle.splice(at, 1);
      this.#running -= 1;
    });
    return inspector;
  }

  #giveBack(inspector: Inspector): void {
    const spent = !inspector.alive || (inspector.usage?.bytes ?? 0) > RETIRE_BYTES;
    if (spent) {
      inspector.end();
      this.#running -= 1;
    }
    const next = this.#waiting.shift();
    if (next) next(spent ? this.#start() : inspector);
    else if (!spent) this.#idle.push(inspector);
  }
}

/**
 * Judges a file in a process apart from this one. A file that costs more than `most` (5 s of running, 256 MB) or breaks the inspector
 * is FILE_DAMAGED; INSPECTION_UNAVAILABLE when no inspector could be had, which says nothing of the file.
 */
export function inspectApart(bytes: Uint8Array, name: string, limits: Limits, most: Cost = COST): Promise<Inspection> {
  return once('inspectors', () => new Inspectors()).judge({ bytes, name, limits }, most);
}
