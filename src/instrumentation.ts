/** Called by Next once in every process, before the first request is answered. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { noteSources } = await import('./server/requestSource');
  noteSources();
}
