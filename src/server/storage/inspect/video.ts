/** Boxes that a plain video of a phone is made of (ISO 14496-12), and what its first one may call it. */
const BOXES = new Set(['moov', 'mdat', 'free', 'skip', 'wide', 'udta', 'meta', 'uuid', 'moof', 'mfra', 'sidx', 'mvex', 'styp', 'pnot']);
const BRANDS = /^(?:mp4[12v]|isom|iso[2-9]|avc1|qt {2}|3g[p2].|m4v |msnv|mmp4|f4v |hvc1|hev1)$/i;

/** Where a plain video that begins with the first of these bytes ends; -1 when they are none, or end within it. */
export function videoEnd(bytes: Buffer): number {
  if (bytes.length < 16 || bytes.toString('latin1', 4, 8) !== 'ftyp' || !BRANDS.test(bytes.toString('latin1', 8, 12))) return -1;
  let at = 0;
  const seen = new Set<string>();
  while (at + 8 <= bytes.length) {
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (at > 0 && !BOXES.has(type)) break;
    const short = bytes.readUInt32BE(at);
    if (short === 1 && at + 16 > bytes.length) return -1;
    // 0: to the end of the file
    const size = short === 0 ? bytes.length - at : short === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : short;
    if (size < 8 || at + size > bytes.length) return -1;
    seen.add(type);
    at += size;
  }
  return seen.has('moov') && (seen.has('mdat') || seen.has('moof')) ? at : -1;
}
