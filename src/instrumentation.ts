/** Called by Next once in every process, before the first request is answered. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { watchRequests } = await import('./server/requestStart');
  watchRequests();
  if (process.env.NODE_ENV !== 'production') return;
  const { logConsole } = await import('./server/console');
  logConsole();
}
