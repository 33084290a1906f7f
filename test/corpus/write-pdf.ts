/**
 * Writes laid-out pages as a PDF with a text layer: marks in, bytes out. The font is not embedded
 * (STSong-Light with the predefined CMap UniGB-UCS2-H, ISO 32000-1, 9.7.5.2), so the files stay small.
 */
import { strToU8, zlibSync } from 'fflate';
import { PAGE, type PageMarks, type Rule, type TextMark } from './page-layout.ts';

export interface PdfHabits {
  /** `lines`: stroked. `rectangles`: thin filled rectangles, as word processors export them. */
  readonly rules: 'lines' | 'rectangles';
  /** Content streams deflated. */
  readonly compressed?: boolean;
}

/** Points. */
const RULE_WIDTH = 0.5;

export function writePdf(pages: readonly PageMarks[], habits: PdfHabits): Uint8Array {
  const firstPage = 6;
  const kids = pages.map((_, index) => `${firstPage + 2 * index} 0 R`).join(' ');
  const objects: PdfObject[] = [
    { dictionary: '/Type /Catalog /Pages 2 0 R' },
    { dictionary: `/Type /Pages /Kids [${kids}] /Count ${pages.length}` },
    ...FONT,
    ...pages.flatMap((page, index): PdfObject[] => [
      {
        dictionary: `/Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Resources << /Font << /F1 3 0 R >> >> /Contents ${firstPage + 2 * index + 1} 0 R`,
      },
      contentOf(page, habits),
    ]),
  ];
  return assemblePdf(objects);
}

export interface PdfObject {
  readonly dictionary: string;
  readonly stream?: Uint8Array;
}

/** Numbers objects from 1, the first being the catalog, and writes the cross-reference table. */
export function assemblePdf(objects: readonly PdfObject[]): Uint8Array {
  const chunks: Uint8Array[] = [strToU8('%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n', true)];
  const offsets: number[] = [];
  const size = (): number => chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  for (const [index, object] of objects.entries()) {
    offsets.push(size());
    const length = object.stream ? ` /Length ${object.stream.length}` : '';
    chunks.push(strToU8(`${index + 1} 0 obj\n<< ${object.dictionary}${length} >>\n`));
    if (object.stream) chunks.push(strToU8('stream\n'), object.stream, strToU8('\nendstream\n'));
    chunks.push(strToU8('endobj\n'));
  }
  const start = size();
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  chunks.push(
    strToU8(
      `xref\n0 ${count}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  );
  return concat(chunks);
}

/** Objects 3 to 5. CIDs 1–95 and 814–939 of Adobe-GB1 are half-width. */
const FONT: readonly PdfObject[] = [
  {
    dictionary:
      '/Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R]',
  },
  {
    dictionary:
      '/Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /W [1 95 500 814 939 500] /FontDescriptor 5 0 R',
  },
  {
    dictionary:
      '/Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93',
  },
];

function contentOf(page: PageMarks, habits: PdfHabits): PdfObject {
  const rules = page.rules.map(habits.rules === 'lines' ? strokedRule : filledRule);
  const marks = [`${RULE_WIDTH} w`, ...rules, ...page.texts.map(textMark)].join('\n');
  const stream = strToU8(`${marks}\n`);
  return habits.compressed
    ? { dictionary: '/Filter /FlateDecode', stream: zlibSync(stream) }
    : { dictionary: '', stream };
}

/** PDF counts from the bottom. */
function flip(y: number): number {
  return PAGE.height - y;
}

function strokedRule(rule: Rule): string {
  return `${points(rule.x, flip(rule.y))} m ${points(rule.x + rule.width, flip(rule.y + rule.height))} l S`;
}

function filledRule(rule: Rule): string {
  const width = Math.max(rule.width, RULE_WIDTH);
  const height = Math.max(rule.height, RULE_WIDTH);
  return `${points(rule.x, flip(rule.y + height), width, height)} re f`;
}

function textMark(mark: TextMark): string {
  const hex = [...mark.text]
    .map((character) => character.charCodeAt(0).toString(16).padStart(4, '0'))
    .join('');
  return `BT /F1 ${mark.size} Tf ${points(mark.x, flip(mark.y))} Td <${hex}> Tj ET`;
}

function points(...values: readonly number[]): string {
  return values.map((value) => value.toFixed(2)).join(' ');
}

function concat(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
