/**
 * The allocation table of a compound file ([MS-CFB] 2.3) → how many bytes the package `cfb` would copy
 * to follow its chains. It follows a chain anew from every sector that leads into one followed before,
 * so 2 MB with links that run backwards take it gigabytes; whole files cost about their own size.
 */

/** Entries of the table's own table in the header; the rest stands in a chain of sectors. */
const HEADER_ENTRIES = 109;

/** Bytes that are copied; 0 where the header is not one. Never throws. */
export function chainCost(file: Buffer): number {
  const shift = file.length < 512 ? 0 : file.readUInt16LE(30);
  if (shift < 9 || shift > 12) return 0;
  const sectorBytes = 1 << shift;
  const next = readLinks(file, sectorBytes);
  /** Sectors from this one to the end of its chain; 0 while not followed. */
  const lengths = new Int32Array(next.length);
  let sectors = 0;
  for (let start = 0; start < next.length; start += 1) {
    if (lengths[start] !== 0) continue;
    const walked: number[] = [];
    let at = start;
    while (at >= 0 && at < next.length && lengths[at] === 0) {
      lengths[at] = 1;
      walked.push(at);
      at = next[at]!;
    }
    let length = lengths[at] ?? 0;
    for (const sector of walked.reverse()) {
      length += 1;
      lengths[sector] = length;
    }
    sectors += length;
  }
  return sectors * sectorBytes;
}

/** Sector → the one after it; negative at the end of a chain. */
function readLinks(file: Buffer, sectorBytes: number): Int32Array {
  const count = Math.ceil(file.length / sectorBytes) - 1;
  const perSector = sectorBytes / 4;
  const next = new Int32Array(Math.max(count, 0)).fill(-1);
  const wanted = Math.ceil(next.length / perSector);
  const tables: number[] = [];
  for (let i = 0; i < Math.min(wanted, HEADER_ENTRIES); i += 1) tables.push(file.readInt32LE(76 + 4 * i));
  let more = file.readInt32LE(68);
  while (tables.length < wanted && more >= 0 && (more + 2) * sectorBytes <= file.length) {
    const at = (more + 1) * sectorBytes;
    for (let i = 0; i < perSector - 1; i += 1) tables.push(file.readInt32LE(at + 4 * i));
    more = file.readInt32LE(at + sectorBytes - 4);
  }
  tables.slice(0, wanted).forEach((table, index) => {
    const at = (table + 1) * sectorBytes;
    for (let i = 0; i < perSector; i += 1) {
      const sector = index * perSector + i;
      if (table >= 0 && sector < next.length && at + 4 * i + 4 <= file.length) {
        next[sector] = file.readInt32LE(at + 4 * i);
      }
    }
  });
  return next;
}
