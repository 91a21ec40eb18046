import { notFound, redirect } from 'next/navigation';
import { EvidenceLinkDocument } from '@/gql/graphql';
import { query } from '@/server/api';

/**
 * A lasting address of a file: leads whoever may see it to a signed link made that moment, since those live for minutes and pages stay open
 * for hours. `?download` saves it under its own name, otherwise the browser shows it where it can.
 */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { evidenceFile } = await query(EvidenceLinkDocument, { id: (await params).id });
  const download = new URL(request.url).searchParams.has('download');
  const link = (download ? null : evidenceFile?.openUrl) ?? evidenceFile?.downloadUrl;
  return link ? redirect(link) : notFound();
}
