import { type ChildProcess, spawn } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import type { Answer, Task } from './pool';
import { type Usage, usageOf } from './usage';

/** What one file may cost. */
export interface Cost {
  /** Time of the inspector's own running: a busy machine makes nobody's file bad. */
  cpuMs: number;
  /** Memory of the inspector's whole process, some 60 MB of which it needs for itself. */
  bytes: number;
  /** Waiting included; when it is over, the machine is at fault and not the file. */
  wallMs: number;
}

/** Why an inspector gave no answer: the file cost too much or broke it, or something outside ended it. */
export type NoAnswer = 'file' | 'machine';

const WATCH_EVERY_MS = 50;
const HEAP_MB = 160;
/** Signals by which a process dies of its own doing. */
const OWN_DEATH = ['SIGABRT', 'SIGSEGV', 'SIGBUS', 'SIGILL', 'SIGFPE', 'SIGTRAP'];

/** One process of dist/inspector.mjs. It is told nothing of this process's environment and may read its own program only. */
export class Inspector {
  readonly #child: ChildProcess;
  readonly #ready: Promise<boolean>;
  #settle: ((answer: Answer | NoAnswer) => void) | undefined;
  #alive = true;

  constructor(onEnd: () => void) {
    const program = path.resolve(/* turbopackIgnore: true */ process.cwd(), 'dist', 'inspector.mjs');
    const confined = process.allowedNodeEnvironmentFlags.has('--permission') ? ['--permission', `--allow-fs-read=${program}`] : [];
    this.#child = spawn(process.execPath, [...confined, `--max-old-space-size=${HEAP_MB}`, program], {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
      env: { NODE_ENV: 'production' },
    });
    let begun: (ready: boolean) => void = () => undefined;
    this.#ready = new Promise((resolve) => {
      begun = resolve;
    });
    this.#child.on('message', (answer: Answer) => {
      if (answer.ready) begun(true);
      else this.#settle?.(answer);
    });
    const ended = (why: NoAnswer) => {
      this.#alive = false;
      begun(false);
      this.#settle?.(why);
      onEnd();
    };
    this.#child.on('error', () => ended('machine'));
    this.#child.on('exit', (code, signal) => ended((code ?? 0) > 0 || OWN_DEATH.includes(signal ?? '') ? 'file' : 'machine'));
    this.#rest();
    this.#yieldToTheSite();
  }

  get alive(): boolean {
    return this.#alive;
  }

  get usage(): Usage | null {
    return this.#child.pid === undefined ? null : usageOf(this.#child.pid);
  }

  /** Judges one file; gives why there is no answer when there is none, and then this process is at its end. */
  async judge(task: Task, most: Cost): Promise<Answer | NoAnswer> {
    this.#child.ref();
    this.#child.channel?.ref();
    if (!(await this.#ready)) return 'machine';
    const answer = await new Promise<Answer | NoAnswer>((resolve) => {
      const watch = setInterval(() => this.#endWhenOver(before, began, most), WATCH_EVERY_MS);
      this.#settle = (settled) => {
        clearInterval(watch);
        this.#settle = undefined;
        resolve(settled);
      };
      const began = performance.now();
      const before = this.usage?.cpuMs ?? 0;
      this.#child.send(task, (error) => error && this.end());
    });
    this.#rest();
    return answer;
  }

  /** Ends the process; what it still works at gets the reason. */
  end(why: NoAnswer = 'machine'): void {
    this.#alive = false;
    this.#settle?.(why);
    this.#child.kill('SIGKILL');
  }

  #endWhenOver(cpuBefore: number, began: number, most: Cost): void {
    const wallMs = performance.now() - began;
    const usage = this.usage;
    // where the system does not count it, all the time that passes is taken for the file's own
    const cpuMs = usage ? usage.cpuMs - cpuBefore : wallMs;
    if (cpuMs > most.cpuMs || (usage?.bytes ?? 0) > most.bytes) this.end('file');
    else if (wallMs > most.wallMs) this.end('machine');
  }

  /** An idle inspector keeps no process from ending. */
  #rest(): void {
    this.#child.unref();
    this.#child.channel?.unref();
  }

  #yieldToTheSite(): void {
    try {
      if (this.#child.pid !== undefined) os.setPriority(this.#child.pid, os.constants.priority.PRIORITY_BELOW_NORMAL);
    } catch {
      // it is gone already, or the system does not permit it: then it runs beside the site as an equal
    }
  }
}
