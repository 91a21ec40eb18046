import type { Problem } from '@/domain/problems';
import type { CasePaper } from '@/domain/procedure/vocabulary';
import * as M from './documents';
import { demoPaper, demoScan, sha256 } from './papers';
import type { Walk } from './walk';

interface Policy {
  file: { id: string };
  policy: { url: string; fields: { name: string; value: string }[] };
}

/** Uploads a paper of the demo like a browser: policy, POST to the store, completion. */
export async function upload(
  { found, act }: Pick<Walk, 'found' | 'act'>,
  place: { indicatorId?: string; fieldId?: string; paper?: CasePaper },
  name: string,
): Promise<Problem[]> {
  const bytes = name.endsWith('.png') ? demoScan() : demoPaper(name.length + found.application.id.charCodeAt(35));
  const input = { applicationId: found.application.id, ...place, name, size: bytes.length, sha256: sha256(bytes) };
  const { file, policy, problems } = await act<Policy>(M.CREATE_UPLOAD, { input });
  if (!file || !policy) return problems;
  const body = new FormData();
  for (const field of policy.fields) body.append(field.name, field.value);
  body.append('file', new Blob([new Uint8Array(bytes)]), 'file');
  const response = await fetch(policy.url, { method: 'POST', body });
  if (!response.ok) throw new Error(`the store answered ${response.status}: ${await response.text()}`);
  return (await act(M.COMPLETE_UPLOAD, { id: file.id })).problems;
}
