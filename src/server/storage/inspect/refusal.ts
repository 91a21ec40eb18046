import type { ProblemCode } from '@/domain/problems';

/** Leaves an inspection at once; never escapes `inspect`, which turns it into a problem. */
export class Refusal extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly params: Record<string, string | number> = {},
  ) {
    super(code);
  }
}

/** What the inspected bytes may still unpack to: one purse for the whole upload, however deep its parts are nested. */
export class Budget {
  #left: number;

  constructor(readonly total: number) {
    this.#left = total;
  }

  /** Bytes that may still be unpacked. */
  get remaining(): number {
    return this.#left;
  }

  /** Takes unpacked bytes out of the purse; false when there were not as many. */
  take(bytes: number): boolean {
    this.#left -= bytes;
    return this.#left >= 0;
  }
}
