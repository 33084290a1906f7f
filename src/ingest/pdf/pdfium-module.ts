/**
 * PDFium's raw calls as this folder uses them, and the one instance of its WebAssembly module: started at the
 * first use and kept, since the start costs more than a document. The wrapper classes of the package are not
 * used: they leak what they load.
 */
import { PDFiumModule } from '@hyzyla/pdfium';

/** Handles and addresses are numbers in the module's memory; `Ptr` arguments receive results. */
export interface Pdfium {
  _FPDF_InitLibrary(): void;
  _FPDF_LoadMemDocument(bytes: number, size: number, password: number): number;
  _FPDF_GetLastError(): number;
  _FPDF_CloseDocument(document: number): void;
  _FPDF_GetMetaText(document: number, tagPtr: number, bufferPtr: number, size: number): number;
  _FPDF_GetPageCount(document: number): number;
  _FPDF_LoadPage(document: number, index: number): number;
  _FPDF_ClosePage(page: number): void;
  _FPDF_GetPageBoundingBox(page: number, rectPtr: number): number;
  _FPDFPage_GetRotation(page: number): number;
  _FPDFText_LoadPage(page: number): number;
  _FPDFText_ClosePage(textPage: number): void;
  _FPDFText_CountChars(textPage: number): number;
  _FPDFText_GetUnicode(textPage: number, index: number): number;
  _FPDFText_IsGenerated(textPage: number, index: number): number;
  _FPDFText_GetTextObject(textPage: number, index: number): number;
  _FPDFText_GetMatrix(textPage: number, index: number, matrixPtr: number): number;
  _FPDFText_GetFontSize(textPage: number, index: number): number;
  _FPDFText_GetCharOrigin(textPage: number, index: number, xPtr: number, yPtr: number): number;
  _FPDFText_GetLooseCharBox(textPage: number, index: number, rectPtr: number): number;
  _FPDFTextObj_GetTextRenderMode(object: number): number;
  _FPDFTextObj_SetTextRenderMode(object: number, mode: number): number;
  _FPDFPage_CountObjects(page: number): number;
  _FPDFPage_GetObject(page: number, index: number): number;
  _FPDFFormObj_CountObjects(form: number): number;
  _FPDFFormObj_GetObject(form: number, index: number): number;
  _FPDFPageObj_GetType(object: number): number;
  _FPDFPageObj_GetBounds(
    object: number,
    leftPtr: number,
    bottomPtr: number,
    rightPtr: number,
    topPtr: number,
  ): number;
  _FPDFPageObj_TransformF(object: number, matrixPtr: number): number;
  _FPDFPageObj_GetMatrix(object: number, matrixPtr: number): number;
  _FPDFPageObj_GetStrokeWidth(object: number, widthPtr: number): number;
  _FPDFPath_GetDrawMode(path: number, fillPtr: number, strokePtr: number): number;
  _FPDFPath_CountSegments(path: number): number;
  _FPDFPath_GetPathSegment(path: number, index: number): number;
  _FPDFPathSegment_GetPoint(segment: number, xPtr: number, yPtr: number): number;
  _FPDFPathSegment_GetType(segment: number): number;
  _FPDFPathSegment_GetClose(segment: number): number;
  readonly wasmExports: { malloc(size: number): number; free(address: number): void };
  /** Views of the module's memory; replaced when it grows, so they are not to be kept over a call. */
  readonly HEAPU8: Uint8Array;
  readonly HEAP32: Int32Array;
  readonly HEAPF32: Float32Array;
  readonly HEAPF64: Float64Array;
}

let running: Promise<Pdfium> | undefined;

/** The instance, started at the first call. */
export function pdfiumModule(): Promise<Pdfium> {
  running ??= start();
  return running;
}

/** Gives the instance up after a trap: its memory cannot be relied upon any more. */
export function discardPdfiumModule(): void {
  running = undefined;
}

async function start(): Promise<Pdfium> {
  const module = (await PDFiumModule({})) as unknown as Pdfium;
  module._FPDF_InitLibrary();
  return module;
}
