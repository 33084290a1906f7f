/**
 * The second PDF reader: the same document by pdfjs, which shares no code with PDFium. Eight times slower; it is
 * asked where the first reader's figures are in doubt, and is loaded at its first use.
 */
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api.d.ts';
import { type Document, unreadable } from '../../document/document.ts';
import type { Reader } from '../reader.ts';
import type { PageModel } from './page.ts';
import { pagesToDocument } from './pages-to-document.ts';
import { pdfFault } from './pdf-fault.ts';
import { pdfjsPage } from './pdfjs-pages.ts';
import { placePage } from './place-glyphs.ts';

export const pdfjsReader: Reader = {
  name: 'pdfjs',
  format: 'pdf',
  async read(bytes: Uint8Array): Promise<Document> {
    const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
    const task = pdfjs.getDocument({
      // pdfjs takes its buffer over and leaves it empty.
      data: Uint8Array.from(bytes),
      // Without the character maps and the standard fonts Chinese text is lost.
      cMapUrl: join(folder, 'cmaps') + sep,
      cMapPacked: true,
      standardFontDataUrl: join(folder, 'standard_fonts') + sep,
      wasmUrl: join(folder, 'wasm') + sep,
      disableFontFace: true,
      useSystemFonts: false,
      isEvalSupported: false,
      verbosity: pdfjs.VerbosityLevel.ERRORS,
    });
    let document: PDFDocumentProxy;
    try {
      document = await task.promise;
    } catch (error) {
      const fault = pdfFault(bytes, error instanceof Error && error.name === 'PasswordException');
      return unreadable(fault.code, fault.message);
    }
    try {
      const pages: PageModel[] = [];
      for (let number = 1; number <= document.numPages; number += 1) {
        const page = await document.getPage(number);
        pages.push(placePage(await pdfjsPage(page, pdfjs.OPS)));
        page.cleanup();
      }
      const { info } = await document.getMetadata();
      const title = (info as { Title?: unknown }).Title;
      return pagesToDocument({ title: typeof title === 'string' ? title.trim() : '', pages });
    } finally {
      await task.destroy();
    }
  },
};
