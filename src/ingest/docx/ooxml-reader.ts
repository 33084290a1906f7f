/**
 * The bytes of a `.docx` file → the neutral document, by our own reading of OOXML: tables with their
 * true columns, automatic numbers, tracked changes as accepted. Footnotes, headers and footers stay
 * out. Encrypted files are OLE archives and do not come here.
 */
import type { Document, Metadata } from '../../document/document.ts';
import type { Reader } from '../reader.ts';
import { readBody } from './body-reader.ts';
import { type DocumentParts, findDocumentParts } from './document-parts.ts';
import { faultToDocument } from './docx-fault.ts';
import { countNumbering } from './numbering-counter.ts';
import { readNumbering } from './numbering-definitions.ts';
import { NO_STYLES, readStyles } from './styles.ts';
import { readXml } from './xml-events.ts';
import { openZip, type ZipPackage } from './zip-package.ts';

export const ooxmlReader: Reader = {
  name: 'ooxml',
  format: 'docx',
  read: async (bytes) => {
    try {
      return readDocx(bytes);
    } catch (error) {
      return faultToDocument(error);
    }
  },
};

function readDocx(bytes: Uint8Array): Document {
  const zip = openZip(bytes);
  const parts = findDocumentParts(zip);
  const styles = ofPart(zip, parts.styles, readStyles) ?? NO_STYLES;
  const numbering = countNumbering(
    () =>
      ofPart(zip, parts.numbering, (part, xml) => readNumbering(part, xml, styles)) ??
      new Map<string, never>(),
  );
  const body = ofPart(zip, parts.document, (part, xml) => readBody(part, xml, styles, numbering));
  return { blocks: [], diagnostics: [], ...body, metadata: readTitle(zip, parts) };
}

function ofPart<T>(
  zip: ZipPackage,
  part: string | undefined,
  read: (part: string, xml: Uint8Array) => T,
): T | undefined {
  const xml = part === undefined ? undefined : zip.read(part);
  return part === undefined || xml === undefined ? undefined : read(part, xml);
}

function readTitle(zip: ZipPackage, { coreProperties }: DocumentParts): Metadata[] {
  let title = '';
  let isTitle = false;
  ofPart(zip, coreProperties, (part, xml) =>
    readXml(part, xml, {
      open(name) {
        isTitle = name === 'dc:title';
      },
      close() {
        isTitle = false;
      },
      text(text) {
        if (isTitle) title += text;
      },
    }),
  );
  return title.trim() === '' ? [] : [{ name: 'docx:title', value: title.trim() }];
}
