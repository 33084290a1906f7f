/** PDFium by itself: every character's code and loose box, every segment of every path, nothing made of them. */
import { type Pdfium, pdfiumModule } from '../../src/ingest/pdf/pdfium-module.ts';

const PATH = 2;
const FORM = 5;

export async function rawPdfium(bytes: Uint8Array): Promise<number> {
  const pdfium = await pdfiumModule();
  const buffer = pdfium.wasmExports.malloc(bytes.length);
  const scratch = pdfium.wasmExports.malloc(64);
  pdfium.HEAPU8.set(bytes, buffer);
  const document = pdfium._FPDF_LoadMemDocument(buffer, bytes.length, 0);
  let count = 0;
  const pages = document === 0 ? 0 : pdfium._FPDF_GetPageCount(document);
  for (let index = 0; index < pages; index++) {
    const page = pdfium._FPDF_LoadPage(document, index);
    count += readCharacters(pdfium, page, scratch) + readPaths(pdfium, page, scratch);
    pdfium._FPDF_ClosePage(page);
  }
  if (document !== 0) pdfium._FPDF_CloseDocument(document);
  pdfium.wasmExports.free(scratch);
  pdfium.wasmExports.free(buffer);
  return count;
}

function readCharacters(pdfium: Pdfium, page: number, scratch: number): number {
  const text = pdfium._FPDFText_LoadPage(page);
  const characters = pdfium._FPDFText_CountChars(text);
  let sum = 0;
  for (let i = 0; i < characters; i++) {
    sum += pdfium._FPDFText_GetUnicode(text, i);
    sum += pdfium._FPDFText_GetLooseCharBox(text, i, scratch);
  }
  pdfium._FPDFText_ClosePage(text);
  return sum;
}

function readPaths(pdfium: Pdfium, page: number, scratch: number): number {
  const open: number[] = [];
  for (let i = pdfium._FPDFPage_CountObjects(page) - 1; i >= 0; i--)
    open.push(pdfium._FPDFPage_GetObject(page, i));
  let sum = 0;
  for (let object = open.pop(); object !== undefined; object = open.pop()) {
    const type = pdfium._FPDFPageObj_GetType(object);
    if (type === FORM) {
      for (let i = pdfium._FPDFFormObj_CountObjects(object) - 1; i >= 0; i--)
        open.push(pdfium._FPDFFormObj_GetObject(object, i));
    }
    if (type !== PATH) continue;
    for (let i = pdfium._FPDFPath_CountSegments(object) - 1; i >= 0; i--) {
      const segment = pdfium._FPDFPath_GetPathSegment(object, i);
      sum +=
        pdfium._FPDFPathSegment_GetPoint(segment, scratch, scratch + 4) +
        pdfium._FPDFPathSegment_GetType(segment);
    }
  }
  return sum;
}
