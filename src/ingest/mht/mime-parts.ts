/**
 * The bytes of a MIME message → its leaf parts in order, decoded from their transfer encoding (RFC 2045,
 * 2046). Multipart parts are walked through. Bytes stay bytes: no charset is applied. What is damaged is
 * read as far as it goes, and named.
 */

export interface MimePart {
  /** Lower case, without parameters: `text/html`. */
  readonly type: string;
  readonly charset: string | undefined;
  /** `Content-ID` without its angle brackets. */
  readonly id: string | undefined;
  readonly content: Uint8Array;
}

export interface MimeParts {
  /** The part that `multipart/related` names as its root (RFC 2387, 3.2) comes first. */
  readonly parts: readonly MimePart[];
  readonly damages: readonly string[];
}

/** Multiparts within multiparts; mail has three or four. */
const MAX_DEPTH = 16;
/** Parts of one archive: a page has some dozens of pictures. */
const MAX_PARTS = 10_000;
const BYTE_ORDER_MARK: readonly number[] = [0xef, 0xbb, 0xbf];

export function readMimeParts(bytes: Uint8Array): MimeParts {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const damages = new Set<string>();
  // A byte order mark and blank lines may stand before the message's first header.
  const start = source.findIndex((byte) => byte > 0x20 && !BYTE_ORDER_MARK.includes(byte));
  return { parts: readEntity(source.subarray(Math.max(start, 0)), 0, damages), damages: [...damages] };
}

function readEntity(entity: Buffer, depth: number, damages: Set<string>): MimePart[] {
  const { headers, body } = splitHeaders(entity);
  const { value: type, parameters } = parseContentType(headers.get('content-type') ?? 'text/plain');
  if (!type.startsWith('multipart/')) {
    const content = decodeBody(body, headers.get('content-transfer-encoding'), damages);
    return [{ type, charset: parameters.get('charset'), id: bare(headers.get('content-id')), content }];
  }
  const boundary = parameters.get('boundary');
  if (boundary === undefined || boundary === '') damages.add('a multipart names no boundary');
  if (depth >= MAX_DEPTH) damages.add(`parts are nested more than ${MAX_DEPTH} deep`);
  if (!boundary || depth >= MAX_DEPTH) return [];
  const parts = splitParts(body, boundary, damages).flatMap((part) => readEntity(part, depth + 1, damages));
  const root = bare(parameters.get('start'));
  if (root === undefined) return parts;
  return [...parts.filter(({ id }) => id === root), ...parts.filter(({ id }) => id !== root)];
}

function bare(id: string | undefined): string | undefined {
  return id?.trim().replace(/^<|>$/g, '');
}

/** Header names in lower case; folded lines joined (RFC 5322, 2.2.3). */
function splitHeaders(entity: Buffer): { headers: Map<string, string>; body: Buffer } {
  const headers = new Map<string, string>();
  let name = '';
  let at = 0;
  while (at < entity.length) {
    const end = entity.indexOf(0x0a, at);
    const line = entity.toString('latin1', at, end < 0 ? entity.length : end).replace(/\r$/, '');
    at = end < 0 ? entity.length : end + 1;
    const field = /^([!-9;-~]+)[ \t]*:(.*)$/.exec(line);
    if (line.trim() === '') break;
    if (/^[ \t]/.test(line) && name !== '') {
      headers.set(name, `${headers.get(name)} ${line.trim()}`);
    } else if (field !== null) {
      name = (field[1] as string).toLowerCase();
      headers.set(name, (field[2] as string).trim());
    }
  }
  return { headers, body: entity.subarray(at) };
}

/** `type/sub; name=value; name="value"` (RFC 2045, 5.1). */
function parseContentType(text: string): { value: string; parameters: Map<string, string> } {
  const parameters = new Map<string, string>();
  for (const [, name, quoted, plain] of text.matchAll(
    /;\s*([\w*-]+)\s*=\s*(?:"((?:\\.|[^"\\])*)"|([^;\s]*))/g,
  )) {
    parameters.set((name as string).toLowerCase(), quoted?.replace(/\\(.)/g, '$1') ?? plain ?? '');
  }
  return { value: (text.split(';')[0] as string).trim().toLowerCase(), parameters };
}

/** What stands between lines of `--boundary`; the line end before belongs to it (RFC 2046, 5.1.1). */
function splitParts(body: Buffer, boundary: string, damages: Set<string>): Buffer[] {
  const delimiter = `--${boundary}`;
  const parts: Buffer[] = [];
  let from = -1;
  for (
    let at = body.indexOf(delimiter, 0, 'latin1');
    at >= 0;
    at = body.indexOf(delimiter, at + 1, 'latin1')
  ) {
    if (at > 0 && body[at - 1] !== 0x0a) continue;
    const tail = body.toString('latin1', at + delimiter.length, at + delimiter.length + 2);
    // A longer boundary that begins with this one is another one.
    if (!/^(?:--|\s|$)/.test(tail)) continue;
    if (from >= 0) parts.push(body.subarray(from, endOfPart(body, at)));
    if (tail === '--') return parts;
    const end = body.indexOf(0x0a, at);
    from = end < 0 ? body.length : end + 1;
    if (parts.length >= MAX_PARTS) {
      damages.add(`more than ${MAX_PARTS} parts`);
      return parts;
    }
  }
  damages.add('the file ends before its last part does');
  if (from >= 0) parts.push(body.subarray(from));
  return parts;
}

function endOfPart(body: Buffer, delimiter: number): number {
  return delimiter - (body[delimiter - 2] === 0x0d ? 2 : 1);
}

/** Transfer encodings; those not named leave the bytes as they are (`7bit`, `8bit`, `binary`). */
const DECODERS: ReadonlyMap<string, (body: Buffer, damages: Set<string>) => Uint8Array> = new Map([
  ['base64', decodeBase64],
  ['quoted-printable', decodeQuotedPrintable],
]);
const PLAIN_ENCODINGS: ReadonlySet<string> = new Set(['', '7bit', '8bit', 'binary']);

function decodeBody(body: Buffer, encoding: string | undefined, damages: Set<string>): Uint8Array {
  const name = (encoding ?? '').trim().toLowerCase();
  const decode = DECODERS.get(name);
  if (decode !== undefined) return decode(body, damages);
  if (!PLAIN_ENCODINGS.has(name)) damages.add(`the transfer encoding ${name} is not known`);
  return body;
}

function decodeBase64(body: Buffer, damages: Set<string>): Uint8Array {
  const text = body.toString('latin1');
  if (/[^A-Za-z0-9+/=\s]/.test(text)) damages.add('a base64 part has characters that are none of it');
  // Each run ends with its padding: parts are sometimes encoded piece by piece.
  const runs = text.replace(/[^A-Za-z0-9+/=]/g, '').match(/[^=]+/g) ?? [];
  return Buffer.concat(runs.map((run) => Buffer.from(run, 'base64')));
}

function decodeQuotedPrintable(body: Buffer, damages: Set<string>): Uint8Array {
  const text = body
    .toString('latin1')
    .replace(/[ \t]+(?=\r?$)/gm, '')
    .replace(/=\r?\n/g, '');
  if (/=(?![0-9A-Fa-f]{2})/.test(text))
    damages.add('a quoted-printable part has a sign = without its digits');
  const plain = text.replace(/=([0-9A-Fa-f]{2})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
  return Buffer.from(plain, 'latin1');
}
