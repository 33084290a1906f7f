/**
 * The bytes of an XML part → its events with canonical names: whatever prefixes the file binds,
 * transitional or strict, an element of WordprocessingML is `w:…`. One pass, no tree. Refuses
 * document type declarations (and so all entities of the file's own) and absurd nesting.
 */
import { SaxesParser } from 'saxes';
import { DocxFault } from './docx-fault.ts';

/** Open elements. A text box in a cell of a nested table stands at about 60. */
const MAX_DEPTH = 256;

export type Attributes = Readonly<Record<string, string>>;

export interface XmlHandlers {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text?(text: string): void;
}

/** Namespaces that this folder names; a name of any other keeps its prefix or is written `{uri}local`. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing', 'wp'],
  ['http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing', 'wp'],
  ['http://schemas.openxmlformats.org/drawingml/2006/main', 'a'],
  ['http://purl.oclc.org/ooxml/drawingml/main', 'a'],
  ['http://schemas.openxmlformats.org/drawingml/2006/picture', 'pic'],
  ['http://purl.oclc.org/ooxml/drawingml/picture', 'pic'],
  ['http://schemas.openxmlformats.org/drawingml/2006/chart', 'c'],
  ['http://purl.oclc.org/ooxml/drawingml/chart', 'c'],
  ['http://schemas.openxmlformats.org/drawingml/2006/diagram', 'dgm'],
  ['http://purl.oclc.org/ooxml/drawingml/diagram', 'dgm'],
  ['http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing', 'wp14'],
  ['http://schemas.microsoft.com/office/word/2010/wordprocessingShape', 'wps'],
  ['http://schemas.microsoft.com/office/word/2010/wordprocessingGroup', 'wpg'],
  ['http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas', 'wpc'],
  ['http://schemas.microsoft.com/office/word/2010/wordprocessingInk', 'wpi'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['urn:schemas-microsoft-com:office:office', 'o'],
  ['urn:schemas-microsoft-com:office:word', 'w10'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
]);

/** Throws a `DocxFault`: `docx.damaged` where the XML is broken, `docx.unsafe-xml` where it is refused. */
export function readXml(part: string, bytes: Uint8Array, handlers: XmlHandlers): void {
  readXmlText(part, decodeXml(part, bytes), handlers);
}

/** As `readXml`, for text that is decoded already; `part` names it in faults. */
export function readXmlText(part: string, text: string, handlers: XmlHandlers): void {
  const prefixes = findPrefixes(text);
  if (prefixes === undefined) readScoped(part, text, handlers);
  else if (isCanonical(prefixes)) readPlain(part, text, handlers);
  else readPlain(part, text, renameAll(handlers, prefixes));
}

/** OPC allows UTF-8 and UTF-16 only (ECMA-376 part 2, 6.2.5); what is neither is damaged. */
function decodeXml(part: string, bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new DocxFault('docx.damaged', `${part} is not valid ${encoding.toUpperCase()}`);
  }
}

/** Prefix in the file → canonical prefix, or `{uri}`. */
type Prefixes = ReadonlyMap<string, string>;

/**
 * Nearly every file binds each prefix once and for all: then names need no scopes. Undefined where
 * one prefix is bound to two namespaces.
 */
function findPrefixes(text: string): Prefixes | undefined {
  const prefixes = new Map<string, string>();
  for (let at = text.indexOf('xmlns'); at >= 0; at = text.indexOf('xmlns', at + 5)) {
    DECLARATION.lastIndex = at;
    const [, prefix = '', , uri] = DECLARATION.exec(text) ?? [];
    if (uri === undefined) continue;
    const target = canonicalPrefix(uri);
    if ((prefixes.get(prefix) ?? target) !== target) return undefined;
    prefixes.set(prefix, target);
  }
  return prefixes;
}

const DECLARATION = /xmlns(?::([^\s=]+))?\s*=\s*(["'])([^"'<]*)\2/y;

function canonicalPrefix(uri: string): string {
  return PREFIXES.get(uri) ?? `{${uri}}`;
}

/** Names pass as they are where every known namespace has its usual prefix and no other namespace has it. */
function isCanonical(prefixes: Prefixes): boolean {
  return [...prefixes].every(
    ([prefix, target]) => prefix === target || (prefix !== '' && !isUsed(prefix, target)),
  );
}

function isUsed(prefix: string, target: string): boolean {
  return !target.startsWith('{') || CANONICAL_PREFIXES.has(prefix);
}

const CANONICAL_PREFIXES: ReadonlySet<string> = new Set(PREFIXES.values());

/** Whether the namespace of an element, told by its canonical name, is one of those that this folder names. */
export function isKnownNamespace(name: string): boolean {
  return CANONICAL_PREFIXES.has(name.slice(0, name.indexOf(':')));
}

function join(target: string, local: string): string {
  return target === '' ? local : target.startsWith('{') ? target + local : `${target}:${local}`;
}

function renameAll(handlers: XmlHandlers, prefixes: Prefixes): XmlHandlers {
  const names = new Map<string, string>();
  const rename = (name: string): string => {
    const known = names.get(name);
    if (known !== undefined) return known;
    const colon = name.indexOf(':');
    const prefix = colon < 0 ? '' : name.slice(0, colon);
    const renamed = join(prefixes.get(prefix) ?? prefix, name.slice(colon + 1));
    names.set(name, renamed);
    return renamed;
  };
  return {
    ...handlers,
    open(name, attributes) {
      const renamed: Record<string, string> = {};
      // An attribute without prefix has no namespace, whatever the default one is.
      for (const key in attributes) renamed[key.includes(':') ? rename(key) : key] = attributes[key] ?? '';
      handlers.open(rename(name), renamed);
    },
    close: (name) => handlers.close(rename(name)),
  };
}

function ignore(): void {}

/** Every parser gets the same handlers in the same order: parsers of many shapes run five times slower. */
function readPlain(part: string, text: string, handlers: XmlHandlers): void {
  const parser = new SaxesParser({ xmlns: false, position: false } as const);
  let depth = 0;
  parser.on('error', (error) => refuseBroken(part, error));
  parser.on('doctype', () => refuseDoctype(part));
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > MAX_DEPTH) refuseDepth(part);
    handlers.open(tag.name, tag.attributes);
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    handlers.close(tag.name);
  });
  const onText = handlers.text ?? ignore;
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.write(text).close();
}

/** The same with namespaces in scopes, at three times the cost. */
function readScoped(part: string, text: string, handlers: XmlHandlers): void {
  const parser = new SaxesParser({ xmlns: true, position: false } as const);
  let depth = 0;
  const nameOf = ({ uri, local }: { uri: string; local: string }) =>
    uri === '' ? local : join(canonicalPrefix(uri), local);
  parser.on('error', (error) => refuseBroken(part, error));
  parser.on('doctype', () => refuseDoctype(part));
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > MAX_DEPTH) refuseDepth(part);
    const attributes = Object.values(tag.attributes).map((it) => [nameOf(it), it.value] as const);
    handlers.open(nameOf(tag), Object.fromEntries(attributes));
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    handlers.close(nameOf(tag));
  });
  const onText = handlers.text ?? ignore;
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.write(text).close();
}

function refuseBroken(part: string, { message }: Error): never {
  throw new DocxFault('docx.damaged', `${part} is not well-formed XML: ${message}`);
}

function refuseDoctype(part: string): never {
  throw new DocxFault('docx.unsafe-xml', `${part} declares a document type`);
}

function refuseDepth(part: string): never {
  throw new DocxFault('docx.unsafe-xml', `${part} nests more than ${MAX_DEPTH} elements`);
}
