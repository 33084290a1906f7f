/**
 * The bytes of a web archive (MHT, RFC 2557) → the document that its page makes, read by the reader of
 * pages that is given. Word writes `.doc` files of this kind. Pictures and styles are not read; of several
 * pages (headers, frames) the archive's root, or the first that has text.
 */
import type { Diagnostic } from '../../document/diagnostic.ts';
import { type Document, unreadable } from '../../document/document.ts';
import { decodeText } from '../decode-text.ts';
import type { Reader } from '../reader.ts';
import { type MimePart, readMimeParts } from './mime-parts.ts';

/** Pages of one archive that are tried: a frameset has a handful. */
const MAX_PAGES = 16;

/** A reader of archives; `pages` reads a page's bytes. */
export function mhtReader(pages: Pick<Reader, 'read'>): Reader {
  return { name: 'mht', format: 'mht', read: (bytes) => readMht(bytes, pages) };
}

async function readMht(bytes: Uint8Array, pages: Pick<Reader, 'read'>): Promise<Document> {
  const { parts, damages } = readMimeParts(bytes);
  const found = damages.map((message): Diagnostic => ({ code: 'mht.damaged', severity: 'warning', message }));
  const html = parts.filter(({ type }) => type === 'text/html' || type === 'application/xhtml+xml');
  let first: Document | undefined;
  for (const part of html.slice(0, MAX_PAGES)) {
    const document = await pages.read(pageBytes(part));
    if (document.blocks.length > 0) return { ...document, diagnostics: [...found, ...document.diagnostics] };
    first ??= document;
  }
  const { diagnostics } = first ?? unreadable('mht.empty', 'the web archive holds no page');
  return { blocks: [], metadata: first?.metadata ?? [], diagnostics: [...diagnostics, ...found] };
}

/** In UTF-8 where the archive declares the charset: it counts before what the page says of itself (RFC 2557, 10). */
function pageBytes({ content, charset }: MimePart): Uint8Array {
  return charset === undefined ? content : new TextEncoder().encode(decodeText(content, charset).text);
}
