const kept = globalThis as unknown as { attestaOnce?: Map<string, unknown> };

/**
 * Makes a thing once per process. Next copies every module for pages, route handlers and pages/api; what must be one (pools, clients,
 * the Apollo server, procedures) is kept on globalThis instead of in a module.
 */
export function once<T>(name: string, make: () => T): T {
  kept.attestaOnce ??= new Map();
  if (!kept.attestaOnce.has(name)) kept.attestaOnce.set(name, make());
  return kept.attestaOnce.get(name) as T;
}
