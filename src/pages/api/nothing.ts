import type { NextApiRequest, NextApiResponse } from 'next';

/** The answer to whoever only guesses at a page: neither a page nor a fault. */
export default function nothing(_req: NextApiRequest, res: NextApiResponse): void {
  res.setHeader('Cache-Control', 'no-store');
  res.status(204).end();
}
