/**
 * Bytes of a page in, its report as a document out: paragraphs and tables as a browser shows them, the portal's
 * frame left out, what the page says about the article as metadata. Knows how portals are made, not what a
 * report is. Attachments and scripts are not followed, but named.
 */
import type { Diagnostic } from '../../document/diagnostic.ts';
import { type Document, type Metadata, unreadable } from '../../document/document.ts';
import { countDamaged, decodeText } from '../decode-text.ts';
import type { Reader } from '../reader.ts';
import { hiddenElements } from './hidden-elements.ts';
import { type HtmlNode, type HtmlTree, parseHtml } from './html-tree.ts';
import { nestingDepth } from './nesting-depth.ts';
import { type Page, type Piece, readPage } from './read-page.ts';
import { type ReportPieces, reportPieces } from './report-pieces.ts';

/** Bytes in which browsers look for a declaration are 1024; generated pages have it later. */
const DECLARATION_WITHIN = 8192;
/** Characters: a page that scripts fill shows no more than a notice of waiting. */
const SHELL_TEXT = 60;
const NEEDS_SCRIPT = 'the page shows its text only when its scripts run';
/** Parsers take time by the square of the depth: real pages, unclosed <font> and all, stay in the hundreds. */
const MAX_DEPTH = 20_000;
/** Characters in hidden elements worth a word: less are hints and menus; a report, even a blank one, has more. */
const HIDDEN_TEXT = 1000;

export const htmlReader: Reader = { name: 'cheerio', format: 'html', read: readHtml };

/** Reads a page or a fragment of one; a page without text is a document with an error. */
async function readHtml(bytes: Uint8Array): Promise<Document> {
  const { text } = decodeText(bytes, declaredCharset(bytes));
  const depth = nestingDepth(text);
  if (depth > MAX_DEPTH) {
    return unreadable('html.too-deep', `the page nests ${depth} elements, which no report does`);
  }
  const tree = await parseHtml(text);
  const { page, report, isHidden } = readShown(tree);
  const files = [...new Set(page.files)];
  const chars = page.pieces.reduce((sum, piece) => sum + piece.chars, 0);
  if (chars === 0 && files.length === 0) {
    return hasScripts(tree)
      ? unreadable('html.needs-script', NEEDS_SCRIPT)
      : unreadable('html.empty', 'the page has no text');
  }
  return {
    blocks: report.pieces.map((piece) => piece.block),
    metadata: [...headMetadata(tree), ...titleMetadata(page, report), ...report.metadata],
    diagnostics: diagnose({ text, tree, page, report, isHidden, files, chars }),
  };
}

/**
 * The page as it is shown. Where that holds no report but hidden elements do (a tab that a script opens), they are
 * read as well: a report dropped because of a style would be the worse fault.
 */
function readShown(tree: HtmlTree): Pick<Read, 'page' | 'report' | 'isHidden'> {
  const page = readPage(tree, hiddenElements(tree));
  const report = reportPieces(page);
  if (report.hasEvidence || page.hiddenChars < HIDDEN_TEXT) return { page, report, isHidden: false };
  const whole = readPage(tree, () => false);
  const hidden = reportPieces(whole);
  return hidden.hasEvidence
    ? { page: whole, report: hidden, isHidden: true }
    : { page, report, isHidden: false };
}

/** As `<meta charset>`, `<meta http-equiv>` or an XML declaration has it. */
function declaredCharset(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(
    bytes.buffer,
    bytes.byteOffset,
    Math.min(bytes.byteLength, DECLARATION_WITHIN),
  ).toString('latin1');
  return /<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w:-]+)/i.exec(start)?.[1];
}

function hasScripts(tree: HtmlTree): boolean {
  return (tree.collected.script ?? []).some(
    (script) => (script.attribs?.src ?? script.children?.[0]?.data ?? '').trim() !== '',
  );
}

/** `<title>` and every `<meta name content>`, those that pasted pages leave in the body included. */
function headMetadata(tree: HtmlTree): Metadata[] {
  const title = (tree.collected.title ?? []).map(textOf).find((text) => text !== '');
  const metas = (tree.collected.meta ?? []).flatMap((meta) => {
    const { name, content } = meta.attribs ?? {};
    return name && content?.trim() ? [{ name: `meta:${name}`, value: content.trim() }] : [];
  });
  return [...(title === undefined ? [] : [{ name: 'html:title', value: title }]), ...metas];
}

function textOf(element: HtmlNode): string {
  return (element.children ?? [])
    .map((child) => child.data ?? '')
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The first shown `h1`, or what a class names the article's title. */
function titleMetadata(page: Page, report: ReportPieces): Metadata[] {
  const isTitle = ({ element, block }: Piece): boolean =>
    block.kind === 'paragraph' &&
    (element.name === 'h1' || /(?:^|\s)article-?_?title(?:\s|$)/i.test(element.attribs?.class ?? ''));
  const piece = report.pieces.find(isTitle) ?? page.pieces.find(isTitle);
  return piece?.block.kind === 'paragraph' ? [{ name: 'html:h1', value: piece.block.text.trim() }] : [];
}

interface Read {
  readonly text: string;
  readonly tree: HtmlTree;
  readonly page: Page;
  readonly report: ReportPieces;
  /** Whether the pieces stand in elements that the page hides. */
  readonly isHidden: boolean;
  readonly files: readonly string[];
  /** Characters that the page shows. */
  readonly chars: number;
}

function diagnose({ text, tree, page, report, isHidden, files, chars }: Read): Diagnostic[] {
  const found: Diagnostic[] = [];
  const damaged = countDamaged(text);
  if (damaged > 0) {
    const message = `${damaged} characters of the page could not be decoded`;
    found.push({ code: 'html.damaged-text', severity: 'warning', message });
  }
  const hasTable = page.pieces.some((piece) => piece.block.kind === 'table');
  if (chars < SHELL_TEXT && !hasTable && files.length === 0 && hasScripts(tree)) {
    found.push({ code: 'html.needs-script', severity: 'warning', message: NEEDS_SCRIPT });
  }
  if (!report.hasEvidence && files.length > 0) {
    const message = `the page only links to files: ${files.join(' ')}`;
    found.push({ code: 'html.attachment-only', severity: 'info', message });
  }
  if (isHidden) {
    const message = 'the page shows no report; what it hides by its style was read';
    found.push({ code: 'html.hidden-text', severity: 'warning', message });
  }
  if (page.hiddenChars >= HIDDEN_TEXT) {
    const message = `${page.hiddenChars} characters stand in elements that the page hides; they were not read`;
    found.push({ code: 'html.hidden-text', severity: 'info', message });
  }
  if (page.isTooDeep) {
    const message = 'elements are nested too deep; the text within was not read';
    found.push({ code: 'html.too-deep', severity: 'warning', message });
  }
  return found;
}
