/**
 * Bytes of a text file in, its characters and the encoding out. UTF-8 is proved before any declaration is
 * believed: portals serve UTF-8 under `charset=gb2312` and the other way round, and text that is valid UTF-8
 * by chance does not occur beyond a few characters. No detection by statistics: it is wrong on short text.
 * Characters that cannot be decoded become U+FFFD; whoever shows the text must name them.
 */

export interface DecodedText {
  /** Without byte order mark. */
  readonly text: string;
  /** `utf-8`, `utf-16le`, `utf-16be`, `gb18030`, or the declared one of {@link DECLARABLE}. */
  readonly encoding: string;
}

/**
 * Declarations that can tell what the bytes cannot. GBK and GB2312 are parts of GB18030; a declared Latin
 * encoding accepts any bytes and is on Chinese pages nothing but a default that nobody changed.
 */
const DECLARABLE: ReadonlySet<string> = new Set(['big5', 'euc-jp', 'shift_jis', 'euc-kr', 'iso-2022-jp']);

const BYTE_ORDER_MARKS = [
  { mark: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;

/** Bytes looked at for the zero bytes of UTF-16: markup and digits show them at once. */
const UTF16_SAMPLE = 4096;
/** Share of pairs whose one half is zero. Chinese prose in UTF-16 has few, any table or markup many; other text has none. */
const UTF16_ZEROS = 0.02;
/** Up to this share of undecodable among the non-ASCII characters a text is damaged UTF-8; GBK read as UTF-8 has well over half. */
const DAMAGED_SHARE = 0.1;

/**
 * Decodes text of unknown encoding: byte order mark, UTF-16 by its zero bytes, valid UTF-8, the declared
 * charset (a label as in `<meta charset>`; unknown labels are passed over), UTF-8 with few damaged places,
 * GB18030.
 */
export function decodeText(bytes: Uint8Array, declared?: string): DecodedText {
  const marked = BYTE_ORDER_MARKS.find(({ mark }) => mark.every((byte, i) => bytes[i] === byte));
  const wide = marked?.encoding ?? utf16ByZeros(bytes);
  if (wide !== undefined) return { text: new TextDecoder(wide).decode(bytes), encoding: wide };
  const utf8 = decodeStrictly(bytes, 'utf-8');
  if (utf8 !== undefined) return { text: utf8, encoding: 'utf-8' };
  const label = normalLabel(declared);
  if (label !== undefined && DECLARABLE.has(label)) {
    const text = decodeStrictly(bytes, label);
    if (text !== undefined) return { text, encoding: label };
  }
  const lenient = new TextDecoder('utf-8').decode(bytes);
  if (isSlightlyDamaged(lenient)) return { text: lenient, encoding: 'utf-8' };
  return { text: new TextDecoder('gb18030').decode(bytes), encoding: 'gb18030' };
}

/** How many characters of the text stand for bytes that could not be decoded. */
export function countDamaged(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', at + 1)) count++;
  return count;
}

/** A file cut within its last character is still what it was: the half character becomes U+FFFD. */
function decodeStrictly(bytes: Uint8Array, encoding: string): string | undefined {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let text: string;
  try {
    text = decoder.decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
  try {
    return text + decoder.decode();
  } catch {
    return text.length > 0 ? `${text}\uFFFD` : undefined;
  }
}

function normalLabel(declared: string | undefined): string | undefined {
  if (declared === undefined) return undefined;
  try {
    return new TextDecoder(declared).encoding;
  } catch {
    return undefined;
  }
}

function isSlightlyDamaged(text: string): boolean {
  let foreign = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) foreign++;
  return countDamaged(text) <= foreign * DAMAGED_SHARE;
}

function utf16ByZeros(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const pairs = Math.min(bytes.length, UTF16_SAMPLE) >> 1;
  let high = 0;
  let low = 0;
  for (let i = 0; i < pairs; i++) {
    if (bytes[2 * i] === 0) high++;
    if (bytes[2 * i + 1] === 0) low++;
  }
  const enough = Math.max(1, pairs * UTF16_ZEROS);
  // One half only: where both halves are zero the file is binary.
  if (low >= enough && high * 20 < low) return decodable(bytes, 'utf-16le');
  if (high >= enough && low * 20 < high) return decodable(bytes, 'utf-16be');
  return undefined;
}

function decodable<E extends string>(bytes: Uint8Array, encoding: E): E | undefined {
  return decodeStrictly(bytes.subarray(0, UTF16_SAMPLE), encoding) === undefined ? undefined : encoding;
}
