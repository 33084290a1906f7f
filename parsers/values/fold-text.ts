/**
 * One spelling for characters that mean the same: full-width forms to half-width (NFKC), invisible
 * characters away, the several dots and commas of Chinese typing to one. Length is not kept.
 */

/** Zero-width characters, soft hyphen, byte order mark, directional marks, control characters but tab and line end. */
const INVISIBLE =
  /[\u00AD\u200B-\u200F\u202A-\u202E\u2060\uFEFF\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g;

/** Invisible characters go first: between a letter and its mark they would keep NFKC from joining the two. */
export function foldText(text: string): string {
  if (ASCII.test(text)) return text;
  return text
    .replace(INVISIBLE, '')
    .normalize('NFKC')
    .replace(/。(?=\d)/g, '.');
}

const ASCII = /^[\n\t\x20-\x7E]*$/;
