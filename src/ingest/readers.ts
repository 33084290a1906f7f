/** Which readers read which format: the first gives the values, the second is its independent witness. */

import { docReader } from './doc/doc-reader.ts';
import { mammothReader } from './docx/mammoth-reader.ts';
import { ooxmlReader } from './docx/ooxml-reader.ts';
import { htmlReader } from './html/html-reader.ts';
import { mhtReader } from './mht/mht-reader.ts';
import { pdfiumReader } from './pdf/pdfium-reader.ts';
import { pdfjsReader } from './pdf/pdfjs-reader.ts';
import type { Format, Reader } from './reader.ts';
import { rtfReader } from './rtf/rtf-reader.ts';
import { textReader } from './text/text-reader.ts';

const READERS: Readonly<Partial<Record<Format, readonly Reader[]>>> = {
  doc: [docReader],
  docx: [ooxmlReader, mammothReader],
  html: [htmlReader],
  mht: [mhtReader(htmlReader)],
  pdf: [pdfiumReader, pdfjsReader],
  rtf: [rtfReader],
  txt: [textReader],
};

/** Empty where the format is not readable. */
export function readersOf(format: Format): readonly Reader[] {
  return READERS[format] ?? [];
}
