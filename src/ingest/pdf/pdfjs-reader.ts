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
import { type PdfFault, pdfFault } from './pdf-fault.ts';
import { type Operators, pdfjsPage } from './pdfjs-pages.ts';
import { placePage, type RawPage } from './place-glyphs.ts';

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
      return unreadableBy(pdfFault(bytes, error instanceof Error && error.name === 'PasswordException'));
    }
    try {
      const pages: PageModel[] = [];
      const damagedPages: number[] = [];
      for (let number = 1; number <= document.numPages; number += 1) {
        const page = await openedPage(document, number, pdfjs.OPS);
        if (page === null) damagedPages.push(number);
        else pages.push(placePage(page));
      }
      if (document.numPages === 0) return unreadableBy(pdfFault(bytes, false));
      return pagesToDocument({ title: await titleOf(document), pages, damagedPages });
    } finally {
      await task.destroy();
    }
  },
};

function unreadableBy({ code, message }: PdfFault): Document {
  return unreadable(code, message);
}

/** Null where pdfjs throws: what it throws on is the page's content, in many kinds of errors. */
async function openedPage(
  document: PDFDocumentProxy,
  number: number,
  ops: Operators,
): Promise<RawPage | null> {
  try {
    const page = await document.getPage(number);
    const raw = await pdfjsPage(page, ops);
    page.cleanup();
    return raw;
  } catch {
    return null;
  }
}

async function titleOf(document: PDFDocumentProxy): Promise<string> {
  const metadata = await document.getMetadata().catch(() => null);
  const title = (metadata?.info as { Title?: unknown } | undefined)?.Title;
  return typeof title === 'string' ? title.trim() : '';
}
