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

/** Namespaces that this folder names; a name of any other is written `{uri}local`. */
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
  const parser = new SaxesParser({ xmlns: false, position: false } as const);
  const scope = new NamespaceScope();
  let depth = 0;
  parser.on('error', (error) => {
    throw new DocxFault('docx.damaged', `${part} is not well-formed XML: ${error.message}`);
  });
  parser.on('doctype', () => {
    throw new DocxFault('docx.unsafe-xml', `${part} declares a document type`);
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > MAX_DEPTH) {
      throw new DocxFault('docx.unsafe-xml', `${part} nests more than ${MAX_DEPTH} elements`);
    }
    const attributes = scope.enter(depth, tag.attributes);
    handlers.open(scope.resolve(tag.name), attributes);
  });
  parser.on('closetag', (tag) => {
    handlers.close(scope.resolve(tag.name));
    scope.leave(depth);
    depth -= 1;
  });
  const onText = handlers.text?.bind(handlers);
  if (onText !== undefined) {
    parser.on('text', onText);
    parser.on('cdata', onText);
  }
  parser.write(text).close();
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

/**
 * Prefixes in scope. Nearly every file binds the usual prefixes once, at the root: then names and
 * attributes pass unchanged, and a name costs one look-up.
 */
class NamespaceScope {
  /** Prefix in the file → canonical prefix, or `{uri}`. */
  #bound: ReadonlyMap<string, string> = new Map();
  #isCanonical = true;
  #names = new Map<string, string>();
  readonly #outer: { depth: number; bound: ReadonlyMap<string, string>; isCanonical: boolean }[] = [];

  /** Takes the declarations of an element and gives its attributes by canonical name. */
  enter(depth: number, attributes: Attributes): Attributes {
    for (const name in attributes) {
      if (name.startsWith('xmlns')) {
        this.#declare(depth, attributes);
        break;
      }
    }
    return this.#isCanonical ? attributes : this.#rename(attributes);
  }

  leave(depth: number): void {
    if (this.#outer.at(-1)?.depth !== depth) return;
    const outer = this.#outer.pop();
    if (outer === undefined) return;
    this.#bound = outer.bound;
    this.#isCanonical = outer.isCanonical;
    this.#names = new Map();
  }

  resolve(name: string): string {
    const known = this.#names.get(name);
    if (known !== undefined) return known;
    const colon = name.indexOf(':');
    const resolved = this.#join(colon < 0 ? '' : name.slice(0, colon), name.slice(colon + 1));
    this.#names.set(name, resolved);
    return resolved;
  }

  #declare(depth: number, attributes: Attributes): void {
    this.#outer.push({ depth, bound: this.#bound, isCanonical: this.#isCanonical });
    const bound = new Map(this.#bound);
    for (const [name, uri] of Object.entries(attributes)) {
      if (name === 'xmlns') bound.set('', PREFIXES.get(uri) ?? `{${uri}}`);
      else if (name.startsWith('xmlns:')) bound.set(name.slice(6), PREFIXES.get(uri) ?? `{${uri}}`);
    }
    this.#bound = bound;
    const canonical = new Set(PREFIXES.values());
    this.#isCanonical = [...bound].every(
      ([prefix, target]) =>
        prefix === '' || prefix === target || (target[0] === '{' && !canonical.has(prefix)),
    );
    this.#names = new Map();
  }

  /** An attribute without prefix has no namespace, whatever the default one is. */
  #rename(attributes: Attributes): Attributes {
    const renamed: Record<string, string> = {};
    for (const [name, value] of Object.entries(attributes)) {
      const colon = name.indexOf(':');
      renamed[colon < 0 ? name : this.#join(name.slice(0, colon), name.slice(colon + 1))] = value;
    }
    return renamed;
  }

  #join(prefix: string, local: string): string {
    const target = this.#bound.get(prefix) ?? prefix;
    return target === '' ? local : target[0] === '{' ? target + local : `${target}:${local}`;
  }
}
