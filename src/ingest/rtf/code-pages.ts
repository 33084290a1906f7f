/**
 * The code pages that RTF names by `\ansicpg`, `\cpg` and a font's `\fcharset` → encodings, and bytes
 * in such an encoding → text. Bytes that cannot be decoded become U+FFFD.
 */

/** Windows and Macintosh code pages → labels of the Encoding standard. GBK is a part of GB18030. */
const CODE_PAGES: ReadonlyMap<number, string> = new Map([
  [874, 'windows-874'],
  [932, 'shift_jis'],
  [936, 'gb18030'],
  [949, 'euc-kr'],
  [950, 'big5'],
  ...[1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258].map((page) => [page, `windows-${page}`] as const),
  [10000, 'macintosh'],
  [10002, 'big5'],
  [10008, 'gb18030'],
  [20936, 'gb18030'],
  [54936, 'gb18030'],
  [65001, 'utf-8'],
]);

/** `\fcharset` → code page (specification 1.9.1, “Font table”). 0, 1 and 2 (ANSI, default, symbol) name none. */
const CHARSETS: ReadonlyMap<number, number> = new Map([
  [77, 10000],
  [80, 10008],
  [81, 10002],
  [128, 932],
  [129, 949],
  [134, 936],
  [136, 950],
  [161, 1253],
  [162, 1254],
  [163, 1258],
  [177, 1255],
  [178, 1256],
  [186, 1257],
  [204, 1251],
  [222, 874],
  [238, 1250],
]);

export const SYMBOL_CHARSET = 2;

const WESTERN = 'windows-1252';
const decoders = new Map<string, InstanceType<typeof TextDecoder>>();

/** Undefined for a code page that is not known. */
export function codePageEncoding(page: number): string | undefined {
  return CODE_PAGES.get(page);
}

/** Undefined where the charset leaves it to the document. */
export function charsetEncoding(charset: number): string | undefined {
  const page = CHARSETS.get(charset);
  return page === undefined ? undefined : CODE_PAGES.get(page);
}

/**
 * Bytes of one run → text. `font` is what the font says; without it the document's code page counts, and
 * where the bytes are none of that, the Western one: an “ANSI” font means either, depending on the writer.
 */
export function decodeRun(bytes: Uint8Array, font: string | undefined, document: string): string {
  if (bytes.every((byte) => byte < 0x80)) return Buffer.from(bytes).toString('latin1');
  if (font !== undefined) return decoder(font, false).decode(bytes);
  try {
    return decoder(document, true).decode(bytes);
  } catch {
    return decoder(isWestern(bytes) ? WESTERN : document, false).decode(bytes);
  }
}

/** Letters with accents stand alone and are no control characters; damaged Chinese has two bytes above ASCII in a row, or others. */
function isWestern(bytes: Uint8Array): boolean {
  return bytes.every((byte, at) => byte < 0x80 || (byte >= 0xa0 && (bytes[at + 1] ?? 0) < 0x80));
}

function decoder(label: string, fatal: boolean): InstanceType<typeof TextDecoder> {
  const key = fatal ? `${label}!` : label;
  let found = decoders.get(key);
  if (found === undefined) {
    found = new TextDecoder(label, { fatal, ignoreBOM: true });
    decoders.set(key, found);
  }
  return found;
}
