import { createHash } from 'node:crypto';

/** A small paper of a walk: a framed sheet with lines, different for every number. Written by hand: the product needs no PDF library. */
export function demoPaper(seed: number): Buffer {
  const hue = (k: number) => ((seed * k) % 60) / 100;
  const lines = Array.from({ length: 8 }, (_, line) => `60 ${420 - line * 34} ${180 + ((seed * 37 + line * 53) % 120)} 8 re f`);
  const frame = `0.7 ${(0.5 + hue(7) / 3).toFixed(3)} 0.2 RG 3 w 18 18 384 559 re S`;
  const heading = `0.5 ${(0.1 + hue(5) / 2).toFixed(3)} 0.15 rg 140 470 140 26 re f`;
  const drawing = [`% ${seed}`, frame, heading, '0.75 0.78 0.82 rg', ...lines].join('\n');
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 595] /Resources << >> /Contents 4 0 R >>',
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
  ]);
}

/** A PDF of numbered objects, the first of them its catalogue, with the table of where each begins. */
function pdfOf(objects: string[]): Buffer {
  let text = '%PDF-1.4\n';
  const offsets = objects.map((body, k) => {
    const at = text.length;
    text += `${k + 1} 0 obj\n${body}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`;
  return Buffer.from(`${text}${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`, 'latin1');
}

/** A one-pixel scan, a true PNG. */
export const demoScan = (): Buffer =>
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
