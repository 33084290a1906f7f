/**
 * A page's tree in, everything that it shows out: paragraphs and tables in reading order, each with what is
 * known about its links, and the elements that hold them. What of it is the report and what the portal's
 * frame is decided elsewhere.
 */
import type { Block, Table } from '../../document/document.ts';
import {
  centring,
  fileLink,
  HEADINGS,
  isBlock,
  isNavigationLink,
  LEFT_OUT,
  PREFORMATTED,
} from './elements.ts';
import type { HtmlNode, HtmlTree } from './html-tree.ts';
import { placeCells } from './place-cells.ts';
import { TextFlow } from './text-flow.ts';

/** A block of the page and the evidence for what it is. */
export interface Piece {
  readonly block: Block;
  /** The innermost block element. */
  readonly element: HtmlNode;
  /** Characters that are not white space, and those of them within links to other pages. */
  readonly chars: number;
  readonly linkChars: number;
  readonly links: number;
}

/** A block element and the pieces `from` to `to` (not included) that stand within. */
export interface Region {
  readonly element: HtmlNode;
  readonly from: number;
  readonly to: number;
  readonly children: readonly Region[];
}

export interface Page {
  readonly pieces: readonly Piece[];
  readonly root: Region;
  /** Links to files, in order. */
  readonly files: readonly string[];
  /** Characters in elements that the page hides. */
  readonly hiddenChars: number;
  /** Elements nested deeper than {@link MAX_DEPTH}, whose text is left out. */
  readonly isTooDeep: boolean;
}

/** Levels of elements. Browsers stop nesting at 512; unclosed tags pile up before that is repaired. */
const MAX_DEPTH = 1500;
/** Characters and lines: a cell with as many is a part of the page and not a cell of data. */
const LONG_CELL = 300;
const LONG_CELL_LINES = 3;

interface Context {
  readonly isCentered: boolean;
  readonly isPre: boolean;
  readonly isLink: boolean;
  readonly depth: number;
}

interface CellRead {
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly text: string;
}

type Rows = readonly (readonly HtmlNode[])[];

/** Reads what the page shows. */
export function readPage(tree: HtmlTree, isHidden: (element: HtmlNode) => boolean): Page {
  const reader = new PageReader(tree, isHidden);
  return reader.read();
}

class PageReader {
  readonly #tree: HtmlTree;
  readonly #isHidden: (element: HtmlNode) => boolean;
  readonly #pieces: Piece[] = [];
  readonly #files: string[] = [];
  #hiddenChars = 0;
  #isTooDeep = false;
  #flow = new TextFlow();
  #chars = 0;
  #linkChars = 0;
  #links = 0;
  /** Regions opened and not yet closed: their children so far. */
  #regions: Region[][] = [[]];
  /** Within a cell of data: blocks end lines, not paragraphs. */
  #inCell = false;
  /** Tables met within a cell of data. */
  #pending: { readonly table: HtmlNode; readonly context: Context }[] = [];

  constructor(tree: HtmlTree, isHidden: (element: HtmlNode) => boolean) {
    this.#tree = tree;
    this.#isHidden = isHidden;
  }

  read(): Page {
    const { root } = this.#tree;
    this.#children(root, { isCentered: false, isPre: false, isLink: false, depth: 0 });
    this.#endParagraph(root, false);
    return {
      pieces: this.#pieces,
      root: { element: root, from: 0, to: this.#pieces.length, children: this.#regions[0]! },
      files: this.#files,
      hiddenChars: this.#hiddenChars,
      isTooDeep: this.#isTooDeep,
    };
  }

  #children(node: HtmlNode, context: Context): void {
    for (const child of node.children ?? []) {
      if (child.type === 'text') this.#text(child.data ?? '', context);
      else if (child.name !== undefined) this.#element(child, context);
    }
  }

  #text(data: string, context: Context): void {
    this.#flow.add(data, context.isPre);
    const chars = countChars(data);
    this.#chars += chars;
    if (context.isLink) this.#linkChars += chars;
  }

  #element(element: HtmlNode, context: Context): void {
    const name = element.name!;
    const file = fileLink(element);
    if (file !== undefined && !this.#isHidden(element) && name !== 'img') this.#files.push(file);
    if (LEFT_OUT.has(name)) return;
    if (this.#isHidden(element)) {
      this.#hiddenChars += countText(element);
      return;
    }
    if (context.depth >= MAX_DEPTH) {
      this.#isTooDeep ||= countText(element) > 0;
      return;
    }
    if (name === 'br') {
      this.#flow.break();
      return;
    }
    const isLink = isNavigationLink(element);
    if (isLink) this.#links++;
    const inner: Context = {
      isCentered: centring(element) ?? context.isCentered,
      isPre: context.isPre || PREFORMATTED.has(name),
      isLink: context.isLink || isLink,
      depth: context.depth + 1,
    };
    if (name === 'table') this.#table(element, inner);
    else if (isBlock(element)) this.#block(element, inner, context);
    else this.#children(element, inner);
  }

  #block(element: HtmlNode, inner: Context, outer: Context): void {
    if (this.#inCell) {
      this.#flow.boundary();
      this.#children(element, inner);
      this.#flow.boundary();
      return;
    }
    this.#endParagraph(element.parent ?? element, outer.isCentered);
    const from = this.#pieces.length;
    this.#regions.push([]);
    this.#children(element, inner);
    this.#endParagraph(element, inner.isCentered);
    const children = this.#regions.pop()!;
    const to = this.#pieces.length;
    if (to > from) this.#regions.at(-1)!.push({ element, from, to, children });
  }

  /** What has gathered becomes a paragraph; an empty line within (`<br><br>`) separates two. */
  #endParagraph(element: HtmlNode, isCentered: boolean): void {
    if (!this.#flow.isEmpty) {
      const heading = HEADINGS[element.name ?? ''];
      const texts = this.#flow
        .take()
        .split(/\n(?:[ \u00a0\u3000]*\n)+/)
        .filter((text) => /\S/.test(text));
      const [chars, linkChars, links] = [this.#chars, this.#linkChars, this.#links];
      for (const text of texts) {
        const own = texts.length === 1 ? chars : countChars(text);
        const block: Block = {
          kind: 'paragraph',
          text,
          ...(heading === undefined ? {} : { heading }),
          ...(isCentered ? { centered: true } : {}),
        };
        const share = chars === 0 ? 0 : linkChars / chars;
        this.#pieces.push({ block, element, chars: own, linkChars: Math.round(own * share), links });
      }
    }
    this.#forgetCounts();
  }

  #table(table: HtmlNode, context: Context): void {
    if (this.#inCell) {
      this.#pending.push({ table, context });
      return;
    }
    this.#endParagraph(table.parent ?? table, false);
    const groups = this.#rowGroups(table);
    const read = this.#placesParts(table, groups) ? undefined : this.#readCells(groups, context);
    if (read === undefined) {
      this.#block(table, context, context);
      return;
    }
    const from = this.#pieces.length;
    this.#dataTable(table, read, context);
    const pending = this.#pending;
    this.#pending = [];
    for (const nested of pending) this.#table(nested.table, nested.context);
    if (this.#pieces.length > from) {
      this.#regions.at(-1)!.push({ element: table, from, to: this.#pieces.length, children: [] });
    }
  }

  /** The cells as data; undefined where one holds so much text that the table only places parts of the page. */
  #readCells(groups: readonly Rows[], context: Context): readonly (readonly CellRead[])[][] | undefined {
    const [files, hiddenChars] = [this.#files.length, this.#hiddenChars];
    this.#inCell = true;
    const read = groups.map((rows) => rows.map((row) => row.map((cell) => this.#cell(cell, context))));
    this.#inCell = false;
    const isLong = ({ text }: CellRead): boolean =>
      text.length >= LONG_CELL && text.split('\n').length >= LONG_CELL_LINES;
    if (!read.some((rows) => rows.some((row) => row.some(isLong)))) return read;
    this.#files.length = files;
    this.#hiddenChars = hiddenChars;
    this.#pending = [];
    this.#forgetCounts();
    return undefined;
  }

  #dataTable(table: HtmlNode, read: readonly (readonly CellRead[])[][], context: Context): void {
    const placed = placeCells(read);
    const cells = placed.cells.map(({ cell, row, col, rowSpan, colSpan }) => ({
      row,
      col,
      rowSpan,
      colSpan,
      text: cell.text,
    }));
    const block: Table = { kind: 'table', rows: placed.rows, cols: placed.cols, cells, layout: 'grid' };
    const counts = { chars: this.#chars, linkChars: this.#linkChars, links: this.#links };
    this.#forgetCounts();
    for (const child of table.children ?? []) {
      if (child.name === 'caption' && !this.#isHidden(child)) this.#block(child, context, context);
    }
    if (cells.some((cell) => /\S/.test(cell.text))) this.#pieces.push({ block, element: table, ...counts });
  }

  #forgetCounts(): void {
    this.#chars = 0;
    this.#linkChars = 0;
    this.#links = 0;
  }

  #cell(cell: HtmlNode, context: Context): CellRead {
    this.#children(cell, { ...context, depth: context.depth + 1 });
    const attribs = cell.attribs ?? {};
    return { rowSpan: span(attribs.rowspan, 0), colSpan: span(attribs.colspan, 1), text: this.#flow.take() };
  }

  /** Rows of shown cells, the head first and the foot last as browsers show them. */
  #rowGroups(table: HtmlNode): readonly Rows[] {
    const bodies: Rows[] = [];
    let head: Rows | undefined;
    let foot: Rows | undefined;
    let loose: (readonly HtmlNode[])[] | undefined;
    for (const child of table.children ?? []) {
      if (child.name === undefined || this.#isHidden(child)) continue;
      if (child.name === 'tr') {
        if (loose === undefined) {
          loose = [];
          bodies.push(loose);
        }
        loose.push(this.#cells(child));
        continue;
      }
      if (child.name !== 'thead' && child.name !== 'tbody' && child.name !== 'tfoot') continue;
      loose = undefined;
      const rows = (child.children ?? [])
        .filter((row) => row.name === 'tr' && !this.#isHidden(row))
        .map((row) => this.#cells(row));
      if (child.name === 'thead' && head === undefined) head = rows;
      else if (child.name === 'tfoot' && foot === undefined) foot = rows;
      else bodies.push(rows);
    }
    return [...(head === undefined ? [] : [head]), ...bodies, ...(foot === undefined ? [] : [foot])];
  }

  #cells(row: HtmlNode): readonly HtmlNode[] {
    return (row.children ?? []).filter(
      (cell) => (cell.name === 'td' || cell.name === 'th') && !this.#isHidden(cell),
    );
  }

  /**
   * Whether the table only places parts of a page: it has no two cells side by side, or most of its text stands in
   * the cells of nested tables. A small table within a cell of data does not make it one.
   */
  #placesParts(table: HtmlNode, groups: readonly Rows[]): boolean {
    const rows = groups.flat();
    if (rows.every((row) => row.length < 2)) return true;
    if (!this.#tree.nesting.has(table)) return false;
    let plain = 0;
    let nesting = 0;
    for (const cell of rows.flat()) {
      if (hasTable(cell)) nesting += countText(cell);
      else plain += countText(cell);
    }
    return plain <= nesting || rows.length < 2;
  }
}

/** Of an attribute: leading digits (HTML, 2.3.4.2), bounds of 4.9.11; `least` where it is less. */
function span(value: string | undefined, least: 0 | 1): number {
  const number = Number(/^\s*\+?(\d+)/.exec(value ?? '')?.[1] ?? 1);
  if (number < least) return 1;
  return Math.min(number, least === 0 ? 65534 : 1000);
}

function countChars(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x20 && code !== 0xa0 && code !== 0x3000) count++;
  }
  return count;
}

function countText(element: HtmlNode): number {
  let count = 0;
  const open: HtmlNode[] = [element];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'text') count += countChars(node.data ?? '');
    else if (!LEFT_OUT.has(node.name ?? '')) for (const child of node.children ?? []) open.push(child);
  }
  return count;
}

function hasTable(element: HtmlNode): boolean {
  const open: HtmlNode[] = [...(element.children ?? [])];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.name === 'table') return true;
    for (const child of node.children ?? []) open.push(child);
  }
  return false;
}
