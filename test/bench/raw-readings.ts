/**
 * What the libraries below our readers cost by themselves: each format's bytes read to the end by its
 * library alone, with nothing made of them. The bench divides our time by theirs.
 */
import { load } from 'cheerio';
import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { rawPdfium } from './raw-pdfium.ts';

type RawReading = (bytes: Uint8Array) => Promise<number> | number;

/** Each returns a number that depends on all that was read, so that no work can be left out. */
export const RAW_READINGS: Readonly<Record<string, { library: string; read: RawReading }>> = {
  docx: { library: 'fflate + saxes', read: rawDocx },
  html: { library: 'cheerio', read: rawHtml },
  pdf: { library: 'pdfium', read: rawPdfium },
  txt: { library: 'TextDecoder', read: rawText },
};

const PARTS = /^word\/(?:document|styles|numbering)\.xml$/;

function rawDocx(bytes: Uint8Array): number {
  const parts = unzipSync(bytes, { filter: (file) => PARTS.test(file.name) });
  let count = 0;
  for (const part of Object.values(parts)) {
    const parser = new SaxesParser({ xmlns: false });
    parser.on('opentag', () => {
      count++;
    });
    parser.on('text', (text) => {
      count += text.length;
    });
    parser.write(new TextDecoder().decode(part)).close();
  }
  return count;
}

/** Parses the page and walks every node of its tree. */
function rawHtml(bytes: Uint8Array): number {
  const $ = load(rawDecode(bytes), { xml: { xmlMode: false, decodeEntities: true } });
  let count = 0;
  const open = [...$.root().contents().get()];
  for (let node = open.pop(); node; node = open.pop()) {
    count++;
    if ('children' in node) open.push(...node.children);
    if ('data' in node) count += node.data.length;
  }
  return count;
}

function rawText(bytes: Uint8Array): number {
  return rawDecode(bytes).split('\n').length;
}

function rawDecode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
