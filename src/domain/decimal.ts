/** Points as whole thousandths: sums of decimals stay exact, a float never enters. */
export type Units = number;

const SCALE = 1000;

/** Reads decimal text ("4", "4.5", "4,25"); null when it is no number or finer than a thousandth. */
export function toUnits(value: string | number): Units | null {
  const match = /^(-?)(\d{1,9})(?:[.,](\d{1,3}))?$/.exec(String(value).trim());
  if (!match) return null;
  const units = Number(match[2]) * SCALE + Number((match[3] ?? '').padEnd(3, '0'));
  return match[1] ? -units : units;
}

/** Writes units as decimal text without needless zeros. */
export function fromUnits(units: Units): string {
  const sign = units < 0 ? '-' : '';
  const whole = Math.floor(Math.abs(units) / SCALE);
  const rest = String(Math.abs(units) % SCALE)
    .padStart(3, '0')
    .replace(/0+$/, '');
  return `${sign}${whole}${rest ? `.${rest}` : ''}`;
}

/** Divides and rounds half up to hundredths. */
export function divideHalfUp(units: Units, by: number): Units {
  const hundredth = SCALE / 100;
  return Math.floor((2 * units + by * hundredth) / (2 * by * hundredth)) * hundredth;
}
