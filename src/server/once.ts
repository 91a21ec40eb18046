const kept = globalThis as unknown as { attestaOnce?: Map<string, unknown> };

/**
 * Makes a thing once per process. Next copies every module for pages, route handlers and pages/api; what must be one (pools, clients,
 * the Apollo server, procedures) is kept on globalThis instead of in a module.
 */
export function once<T>(name: string, make: () => T): T {
  kept.attestaOnce ??= new Map();
  if (!kept.attestaOnce.has(name)) {
    const made = make();
    kept.attestaOnce.set(name, made);
    // What could not be made (a database that was down) is tried again at the next use.
    if (made instanceof Promise) made.catch(() => kept.attestaOnce?.delete(name));
  }
  return kept.attestaOnce.get(name) as T;
}
