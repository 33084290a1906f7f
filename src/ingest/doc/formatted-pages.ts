/**
 * A bin table and its 512-byte pages ([MS-DOC] 2.8.5 `PlcBteChpx`, 2.8.6 `PlcBtePapx`) → runs of the
 * `WordDocument` stream with their property modifiers, in the order of the stream.
 */
import { part, u8, u16, u32 } from './bytes.ts';
import { DocFault } from './doc-fault.ts';
import type { Extent } from './fib.ts';

const PAGE_BYTES = 512;
const NOTHING = Buffer.alloc(0);

export interface FormattedRun {
  /** Bytes `from` to before `to` of the stream. */
  readonly from: number;
  readonly to: number;
  /** Index of the paragraph style; 0 in runs of characters. */
  readonly style: number;
  readonly grpprl: Buffer;
}

/** Runs of characters. */
export function readCharacterRuns(word: Buffer, table: Buffer, extent: Extent): FormattedRun[] {
  return readPages(word, table, extent, 1, (page, at) => {
    const offset = 2 * u8(page, at);
    return { style: 0, grpprl: offset === 0 ? NOTHING : part(page, offset + 1, u8(page, offset)) };
  });
}

/** Paragraphs: each run is one, its mark the last character. */
export function readParagraphRuns(word: Buffer, table: Buffer, extent: Extent): FormattedRun[] {
  return readPages(word, table, extent, 13, (page, at) => {
    const offset = 2 * u8(page, at);
    if (offset === 0) return { style: 0, grpprl: NOTHING };
    // 2.9.180 `PapxInFkp`: half the bytes, less one; 0 where the half does not come out even.
    const half = u8(page, offset);
    const body =
      half > 0 ? part(page, offset + 1, 2 * half - 1) : part(page, offset + 2, 2 * u8(page, offset + 1));
    return body.length < 2
      ? { style: 0, grpprl: NOTHING }
      : { style: u16(body, 0), grpprl: body.subarray(2) };
  });
}

/** The run that holds a byte of the stream; undefined between runs. */
export function runAt(runs: readonly FormattedRun[], byte: number): FormattedRun | undefined {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (runs[middle]!.from <= byte) low = middle;
    else high = middle - 1;
  }
  const run = runs[low];
  return run !== undefined && run.from <= byte && byte < run.to ? run : undefined;
}

function readPages(
  word: Buffer,
  table: Buffer,
  { offset, length }: Extent,
  bytesPerEntry: number,
  read: (page: Buffer, at: number) => Pick<FormattedRun, 'style' | 'grpprl'>,
): FormattedRun[] {
  const bins = part(table, offset, length);
  const count = Math.floor((length - 4) / 8);
  const runs: FormattedRun[] = [];
  for (let bin = 0; bin < count; bin += 1) {
    // The number of a page has 22 bits; the rest is undefined.
    const number = u32(bins, 4 * (count + 1) + 4 * bin) & 0x3f_ffff;
    const page = part(word, number * PAGE_BYTES, PAGE_BYTES);
    const entries = u8(page, PAGE_BYTES - 1);
    for (let i = 0; i < entries; i += 1) {
      const from = u32(page, 4 * i);
      const to = u32(page, 4 * i + 4);
      if (from < (runs.at(-1)?.to ?? 0) || to < from) {
        throw new DocFault('doc.damaged', 'the pages of formatting are out of order');
      }
      runs.push({ from, to, ...read(page, 4 * (entries + 1) + bytesPerEntry * i) });
    }
  }
  return runs;
}
