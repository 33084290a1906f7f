/**
 * The first PDF reader: bytes in, neutral document out, by PDFium's raw calls. A file that PDFium refuses is a
 * document with an error that says why.
 */
import { type Document, unreadable } from '../../document/document.ts';
import type { Reader } from '../reader.ts';
import type { PageModel, PdfModel } from './page.ts';
import { pagesToDocument } from './pages-to-document.ts';
import { pdfFault } from './pdf-fault.ts';
import { discardPdfiumModule, type Pdfium, pdfiumModule } from './pdfium-module.ts';
import { pdfiumPages } from './pdfium-pages.ts';
import { placePage } from './place-glyphs.ts';

/** FPDF_ERR_PASSWORD and FPDF_ERR_SECURITY. */
const PASSWORD_ERRORS: ReadonlySet<number> = new Set([4, 5]);

export const pdfiumReader: Reader = {
  name: 'pdfium',
  format: 'pdf',
  async read(bytes: Uint8Array): Promise<Document> {
    const pdfium = await pdfiumModule();
    try {
      const model = readModel(pdfium, bytes);
      return 'code' in model ? unreadable(model.code, model.message) : pagesToDocument(model);
    } catch (error) {
      if (!isTrap(error)) throw error;
      discardPdfiumModule();
      return unreadable('pdf.damaged', 'PDFium failed on the file: it is damaged.');
    }
  },
};

/** The WebAssembly module ran into an impossible state: the file's doing, not the program's. */
function isTrap(error: unknown): boolean {
  return error instanceof Error && error.name === 'RuntimeError';
}

function readModel(pdfium: Pdfium, bytes: Uint8Array): PdfModel | { code: string; message: string } {
  const { malloc, free } = pdfium.wasmExports;
  const buffer = malloc(Math.max(1, bytes.length));
  try {
    pdfium.HEAPU8.set(bytes, buffer);
    const document = pdfium._FPDF_LoadMemDocument(buffer, bytes.length, 0);
    if (document === 0) return pdfFault(bytes, PASSWORD_ERRORS.has(pdfium._FPDF_GetLastError()));
    try {
      const pages: PageModel[] = [];
      const damagedPages: number[] = [];
      for (const page of pdfiumPages(pdfium, document)) {
        if (typeof page === 'number') damagedPages.push(page);
        else pages.push(placePage(page));
      }
      if (pages.length + damagedPages.length === 0) return pdfFault(bytes, false);
      return { title: readTitle(pdfium, document), pages, damagedPages };
    } finally {
      pdfium._FPDF_CloseDocument(document);
    }
  } finally {
    free(buffer);
  }
}

function readTitle(pdfium: Pdfium, document: number): string {
  const { malloc, free } = pdfium.wasmExports;
  const tag = malloc('Title'.length + 1);
  pdfium.HEAPU8.set(new TextEncoder().encode('Title\0'), tag);
  const size = pdfium._FPDF_GetMetaText(document, tag, 0, 0);
  const buffer = malloc(Math.max(2, size));
  pdfium._FPDF_GetMetaText(document, tag, buffer, size);
  // UTF-16LE with a closing zero.
  const title = new TextDecoder('utf-16le').decode(
    pdfium.HEAPU8.slice(buffer, buffer + Math.max(0, size - 2)),
  );
  free(buffer);
  free(tag);
  return title.trim();
}
