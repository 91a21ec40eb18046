import { createHash } from 'node:crypto';
import { PDFDocument, rgb } from 'pdf-lib';

/** A small paper of the demo: a framed sheet with lines, different for every number. */
export async function demoPaper(seed: number): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([420, 595]);
  const hue = (k: number) => ((seed * k) % 60) / 100;
  page.drawRectangle({ x: 18, y: 18, width: 384, height: 559, borderColor: rgb(0.7, 0.5 + hue(7) / 3, 0.2), borderWidth: 3 });
  page.drawRectangle({ x: 140, y: 470, width: 140, height: 26, color: rgb(0.5, 0.1 + hue(5) / 2, 0.15) });
  for (let line = 0; line < 8; line += 1) {
    page.drawRectangle({
      x: 60,
      y: 420 - line * 34,
      width: 180 + ((seed * 37 + line * 53) % 120),
      height: 8,
      color: rgb(0.75, 0.78, 0.82),
    });
  }
  page.drawCircle({ x: 290, y: 100, size: 34, borderColor: rgb(0.2, 0.35, 0.65), borderWidth: 2 });
  return Buffer.from(await pdf.save());
}

/** A one-pixel scan, a true PNG. */
export const demoScan = (): Buffer =>
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
