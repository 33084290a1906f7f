/**
 * The bytes of a `.docx` file → the neutral document, by mammoth: the independent second witness of
 * the figures. Accepted losses, all silent in mammoth 1.13: `gridBefore`, `gridAfter` and `hMerge`
 * (columns to the right of them may be wrong), automatic numbers, hidden text shown, centring.
 */
import mammoth from 'mammoth';
import type { Document } from '../../document/document.ts';
import type { Reader } from '../reader.ts';
import { findDocumentParts } from './document-parts.ts';
import { DocxFault, faultToDocument } from './docx-fault.ts';
import { mammothHtmlToBlocks } from './mammoth-html.ts';
import { readXml } from './xml-events.ts';
import { openZip } from './zip-package.ts';

export const mammothReader: Reader = {
  name: 'mammoth',
  format: 'docx',
  read: async (bytes) => {
    try {
      refuseUnsafe(bytes);
      return await readByMammoth(bytes);
    } catch (error) {
      return faultToDocument(error);
    }
  },
};

const NO_EVENTS = { open() {}, close() {} };

/** mammoth inflates and parses without limits: what it may read is measured and parsed before. */
function refuseUnsafe(bytes: Uint8Array): void {
  const zip = openZip(bytes);
  findDocumentParts(zip);
  const isXml = (name: string) => /\.(xml|rels)$/i.test(name);
  zip.checkSizes(isXml);
  for (const part of zip.names.filter(isXml)) readXml(part, zip.read(part) ?? new Uint8Array(), NO_EVENTS);
}

async function readByMammoth(bytes: Uint8Array): Promise<Document> {
  const html = await toHtml(bytes);
  return { blocks: mammothHtmlToBlocks(html), metadata: [], diagnostics: [] };
}

/** mammoth tells no fault of the file from one of its own; for a witness both mean "not read". */
async function toHtml(bytes: Uint8Array): Promise<string> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer },
      {
        // A style map inside the file could rename or drop what is read.
        includeEmbeddedStyleMap: false,
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      },
    );
    return value;
  } catch (error) {
    throw new DocxFault('docx.damaged', `mammoth cannot read it: ${(error as Error).message}`);
  }
}
