import type { NextApiRequest, NextApiResponse } from 'next';

/** The answer to a method that no page takes. */
export default function refused(_req: NextApiRequest, res: NextApiResponse): void {
  res.setHeader('Allow', 'GET, HEAD, POST');
  res.status(405).json({ errors: [{ message: 'This method is not taken.', extensions: { code: 'METHOD_NOT_ALLOWED' } }] });
}
