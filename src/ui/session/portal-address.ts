/**
 * Leads to the provider that asks who it is; next-auth keeps state, nonce and code verifier in cookies of ours. `fresh`: also whom it knows from
 * before shows himself again.
 */
export async function goToPortal(next: string, fresh = false): Promise<void> {
  const { csrfToken } = (await (await fetch('/api/auth/csrf')).json()) as { csrfToken: string };
  const body = new URLSearchParams({ csrfToken, callbackUrl: next || '/start', json: 'true' });
  const answer = await fetch(`/api/auth/signin/state${fresh ? '?prompt=login&max_age=0' : ''}`, { method: 'POST', body });
  const { url } = (await answer.json()) as { url: string };
  window.location.assign(url);
}
