/**
 * Pieces → the document's characters as one string, one UTF-16 unit for each character position, so
 * that positions of the file are positions of the string. A GBK pair takes two positions: its
 * character and U+0000, which stands for nothing.
 */
import { part } from './bytes.ts';
import type { Piece } from './piece-table.ts';

/** Primary language Chinese in an LCID, whatever the region. */
const CHINESE = 0x04;
/** Ideographs that a piece of GBK bytes must have; chance pairs of accented letters are fewer. */
const MIN_IDEOGRAPHS = 2;
const GBK_PAIR = /[\xa1-\xf7][\xa1-\xfe]/g;
const IDEOGRAPH_PAIR = /[\xb0-\xf7][\xa1-\xfe]/g;

/**
 * Bytes 0x80–0x9F of windows-1252 ([MS-DOC] 2.9.73); all others are Latin-1. Written out, since the
 * `TextDecoder` of some Node 20 releases reads windows-1252 as Latin-1 throughout.
 */
const HIGH_CONTROLS = [...'€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'];

const gb18030 = new TextDecoder('gb18030');

export interface DecodedText {
  readonly text: string;
  /** Pieces that were read as GBK against the format's letter. */
  readonly gbkPieces: number;
}

export function decodePieces(
  word: Buffer,
  pieces: readonly Piece[],
  languages: readonly number[],
): DecodedText {
  const isChinese = languages.some((language) => (language & 0x3ff) === CHINESE);
  let text = '';
  let gbkPieces = 0;
  for (const { from, to, offset, bytesPerCharacter } of pieces) {
    const bytes = part(word, offset, (to - from) * bytesPerCharacter);
    if (bytesPerCharacter === 2) {
      text += bytes.toString('utf16le');
    } else if (isChinese && isGbk(bytes)) {
      gbkPieces += 1;
      text += decodeGbk(bytes);
    } else {
      text += decodeWindows1252(bytes);
    }
  }
  return { text, gbkPieces };
}

function decodeWindows1252(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (control) => HIGH_CONTROLS[control.charCodeAt(0) - 0x80]!);
}

/**
 * [MS-DOC] 2.9.73 knows windows-1252 only; writers of old Chinese files put GBK bytes there. Told by
 * all bytes from 0xA1 on standing in pairs of GB 2312, ideographs among them, and no other high bytes.
 */
function isGbk(bytes: Buffer): boolean {
  const text = bytes.toString('latin1');
  if (!/[\xa1-\xf7]{2}/.test(text)) return false;
  if (/[\x80-\xff]/.test(text.replace(GBK_PAIR, ''))) return false;
  return (text.match(IDEOGRAPH_PAIR)?.length ?? 0) >= MIN_IDEOGRAPHS;
}

function decodeGbk(bytes: Buffer): string {
  const text = bytes.toString('latin1');
  return text.replace(GBK_PAIR, (pair) => `${gb18030.decode(Buffer.from(pair, 'latin1'))}\0`);
}
