/**
 * Bytes in, the format and an English phrase for messages out. Names and declared types are not asked:
 * `.doc` files are often HTML, MHT, RTF or docx, `.wps` is Word. Nothing is inflated or parsed to the end;
 * a file that is cut or damaged is told by what is left, and its reader says what is missing.
 */
import { decodeText } from './decode-text.ts';
import type { Format } from './reader.ts';

export interface Sniffed {
  readonly format: Format;
  /** Completes “the file is …”: `an encrypted Office document`, `a PDF file`, `empty`. */
  readonly detail: string;
}

/** Bytes looked at to tell markup and text: more than any page's prologue. */
const TEXT_SAMPLE = 64 * 1024;
/** ISO 32000-1, annex H, note 13: the header may stand anywhere in the first 1024 bytes. */
const PDF_HEADER_WITHIN = 1024;
/** Above this share of control and undecodable characters the bytes are no text. Random bytes have over 0.1. */
const NOISE_SHARE = 0.02;
/** Entries of an archive looked at: an office package has its telling names among the first few dozen. */
const MAX_ENTRIES = 2000;

/** Magic bytes at the start, as Latin-1. */
const MAGICS: readonly (readonly [RegExp, (bytes: Buffer) => Sniffed])[] = [
  [/^PK(?:\x03\x04|\x05\x06|\x07\x08)/, sniffZip],
  [/^\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1/, sniffCompound],
  [/^\s*\{\\rtf/, () => ({ format: 'rtf', detail: 'an RTF document' })],
  [/^\x89PNG\r\n\x1a\n/, () => image('PNG')],
  [/^\xff\xd8\xff/, () => image('JPEG')],
  [/^GIF8[79]a/, () => image('GIF')],
  [/^(?:II\*\0|MM\0\*)/, () => image('TIFF')],
  [/^BM.{4}\0{4}/s, () => image('BMP')],
  [/^RIFF.{4}WEBP/s, () => image('WebP')],
  [/^\x1f\x8b/, () => ({ format: 'unknown', detail: 'a gzip archive' })],
  [/^7z\xbc\xaf\x27\x1c/, () => ({ format: 'unknown', detail: 'a 7z archive' })],
  [/^Rar!\x1a\x07/, () => ({ format: 'unknown', detail: 'a RAR archive' })],
];

/** Entry names that tell a zip package, the first match counts. */
const PACKAGES: readonly (readonly [RegExp, Sniffed])[] = [
  [/^(?:EncryptedPackage|EncryptionInfo)$/, { format: 'unknown', detail: 'an encrypted Office document' }],
  [/^word\//, { format: 'docx', detail: 'a Word document (docx)' }],
  [/^xl\//, { format: 'unknown', detail: 'an Excel workbook' }],
  [/^ppt\//, { format: 'unknown', detail: 'a PowerPoint presentation' }],
  [/(?:^|\/)OFD\.xml$/i, { format: 'ofd', detail: 'an OFD document' }],
  [/^META-INF\/container\.xml$/, { format: 'unknown', detail: 'an EPUB book' }],
  [/^(?:content\.xml|META-INF\/manifest\.xml)$/, { format: 'unknown', detail: 'an OpenDocument file' }],
  [/^\[Content_Types\]\.xml$/, { format: 'unknown', detail: 'an Office document of unknown kind' }],
];

/** Root streams that tell a compound file ([MS-CFB]), the first match counts. */
const COMPOUNDS: readonly (readonly [string, Sniffed])[] = [
  ['EncryptedPackage', { format: 'unknown', detail: 'an encrypted Office document' }],
  ['WordDocument', { format: 'doc', detail: 'a Word 97–2003 document' }],
  ['Workbook', { format: 'unknown', detail: 'an Excel 97–2003 workbook' }],
  ['Book', { format: 'unknown', detail: 'an Excel 5 workbook' }],
  ['PowerPoint Document', { format: 'unknown', detail: 'a PowerPoint 97–2003 presentation' }],
];

/** A tag of HTML at the start, or (fragments, text before the first tag) the tags of a table or paragraphs. */
const HTML_START =
  /^<(?:!doctype\s+html|html|head|body|meta|title|link|script|style|base|table|tbody|tr|td|div|p|span|font|h[1-6]|center|article|section|main|header|ul|ol|dl|br|a|b|strong|img|form|ucapcontent)\b/i;
const HTML_TAGS = /<\/?(?:html|body|table|tbody|tr|td|th|div|p|span|br|font|li|h[1-6])(?:\s[^<>]*)?\/?>/gi;
/** Fewer tags may be a text that speaks of them. */
const HTML_TAGS_ENOUGH = 4;

/** Tells a file's format by its content. Never throws; what cannot be told is `unknown`. */
export function sniff(bytes: Uint8Array): Sniffed {
  if (bytes.length === 0) return { format: 'unknown', detail: 'empty' };
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = buffer.toString('latin1', 0, PDF_HEADER_WITHIN);
  for (const [magic, tell] of MAGICS) if (magic.test(start)) return tell(buffer);
  if (/%PDF-\d/.test(start)) return { format: 'pdf', detail: 'a PDF file' };
  return sniffText(bytes.subarray(0, TEXT_SAMPLE), bytes.length > TEXT_SAMPLE);
}

/** Whether the characters are those of a text: few controls, few that could not be decoded. */
export function isReadableText(text: string): boolean {
  let noise = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd || code === 0x7f || (code < 0x20 && (code < 0x09 || code > 0x0d))) noise++;
  }
  return noise <= text.length * NOISE_SHARE;
}

function image(kind: string): Sniffed {
  return { format: 'image', detail: `a ${kind} image` };
}

function sniffText(sample: Uint8Array, isCut: boolean): Sniffed {
  const decoded = decodeText(sample).text;
  // A cut may fall within a character of two or four bytes.
  const text = isCut ? decoded.slice(0, -4) : decoded;
  if (!isReadableText(text)) return { format: 'unknown', detail: 'binary data of unknown kind' };
  const content = text.replace(/^(?:[\s\uFEFF]+|<\?[^>]*>|<!--[\s\S]*?-->)+/, '');
  if (content === '' && text.trim() === '') return { format: 'unknown', detail: 'empty (white space only)' };
  if (isMime(content)) return { format: 'mht', detail: 'a web archive (MHT)' };
  if (HTML_START.test(content)) return { format: 'html', detail: 'an HTML page' };
  if (/^\s*<\?xml|^\s*<\?mso/.test(text) && /^<[\w:]+/.test(content)) {
    const isWord = /<(?:w:wordDocument|pkg:package)\b/.test(content);
    return { format: 'unknown', detail: isWord ? 'a Word document as flat XML' : 'an XML document' };
  }
  const tags = text.match(HTML_TAGS)?.length ?? 0;
  if (tags >= HTML_TAGS_ENOUGH) return { format: 'html', detail: 'a fragment of HTML' };
  return { format: 'txt', detail: 'plain text' };
}

/** RFC 2557: mail headers at the start, one of them of MIME. */
function isMime(content: string): boolean {
  const head = content.slice(0, 4096);
  return (
    /^[A-Za-z][\w-]*:[ \t]?\S/.test(head) && /^(?:MIME-Version:|Content-Type:\s*multipart\/)/im.test(head)
  );
}

function sniffZip(bytes: Buffer): Sniffed {
  const names = zipEntryNames(bytes);
  for (const [pattern, sniffed] of PACKAGES) if (names.some((name) => pattern.test(name))) return sniffed;
  return { format: 'unknown', detail: names.length === 0 ? 'an empty or cut zip archive' : 'a zip archive' };
}

/** From the central directory; of a cut archive from the local headers. APPNOTE.TXT 4.3.7, 4.3.12, 4.3.16. */
function zipEntryNames(bytes: Buffer): readonly string[] {
  const names: string[] = [];
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  let at = end >= 0 && end + 20 <= bytes.length ? bytes.readUInt32LE(end + 16) : bytes.length;
  while (names.length < MAX_ENTRIES && at + 46 <= bytes.length && bytes.readUInt32LE(at) === 0x02014b50) {
    const length = bytes.readUInt16LE(at + 28);
    names.push(bytes.toString('latin1', at + 46, at + 46 + length));
    at += 46 + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  if (names.length > 0) return names;
  at = 0;
  while (names.length < MAX_ENTRIES && at >= 0 && at + 30 <= bytes.length) {
    const length = bytes.readUInt16LE(at + 26);
    names.push(bytes.toString('latin1', at + 30, at + 30 + length));
    // Jump over the data, so that headers of archives within are not taken for entries; sizes may stand after the data (bit 3).
    const size = bytes.readUInt16LE(at + 6) & 8 ? 0 : bytes.readUInt32LE(at + 18);
    at = bytes.indexOf('PK\x03\x04', at + 30 + length + size, 'latin1');
  }
  return names;
}

function sniffCompound(bytes: Buffer): Sniffed {
  const names = new Set(rootStreamNames(bytes));
  for (const [name, sniffed] of COMPOUNDS) if (names.has(name)) return sniffed;
  // A damaged directory: the names are still there, of whichever level.
  for (const [name, sniffed] of COMPOUNDS)
    if (bytes.includes(Buffer.from(`${name}\0`, 'utf16le'))) return sniffed;
  return { format: 'unknown', detail: 'an OLE compound file without a document' };
}

/** Names of the streams directly under the root: embedded objects have the same names one level down. [MS-CFB] 2.2, 2.3, 2.6. */
function rootStreamNames(bytes: Buffer): readonly string[] {
  if (bytes.length < 512) return [];
  const sectorSize = 1 << Math.min(bytes.readUInt16LE(30), 16);
  const entriesPerSector = sectorSize / 4;
  const fatAt = (sector: number): number => {
    // The first 109 sectors of the allocation table cover 6.8 MB; a directory further out is read as far as known.
    const index = Math.floor(sector / entriesPerSector);
    if (index >= 109) return -1;
    const at = (bytes.readUInt32LE(76 + 4 * index) + 1) * sectorSize + 4 * (sector % entriesPerSector);
    return at + 4 <= bytes.length ? bytes.readUInt32LE(at) : -1;
  };
  const directory: Buffer[] = [];
  let sector = bytes.readUInt32LE(48);
  while (sector >= 0 && sector < 0xfffffffa && directory.length < MAX_ENTRIES) {
    const part = bytes.subarray((sector + 1) * sectorSize, (sector + 2) * sectorSize);
    if (part.length < sectorSize) break;
    directory.push(part);
    sector = fatAt(sector);
  }
  const entries = Buffer.concat(directory);
  const names: string[] = [];
  const seen = new Set<number>();
  const open = entries.length >= 128 ? [entries.readUInt32LE(76)] : [];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const at = id * 128;
    if (seen.has(id) || at + 128 > entries.length) continue;
    seen.add(id);
    const length = Math.min(Math.max(entries.readUInt16LE(at + 64) - 2, 0), 64);
    names.push(entries.toString('utf16le', at, at + length));
    open.push(entries.readUInt32LE(at + 68), entries.readUInt32LE(at + 72));
  }
  return names;
}
