/**
 * Characters of a page in, its tree out. The fast parser (htmlparser2) does not know where browsers put cells
 * that stand outside a row or below an unclosed element, so its tree counts only where every table is well
 * formed; any other page is parsed by the algorithm of the HTML standard (parse5). Both by way of cheerio.
 */
import { type CheerioAPI, load as loadFast } from 'cheerio/slim';

/** What is used of a node of the parsers' tree. */
export interface HtmlNode {
  readonly type: string;
  /** Elements only, lower case. */
  readonly name?: string;
  readonly attribs?: Readonly<Record<string, string>>;
  readonly children?: readonly HtmlNode[];
  /** Text only. */
  readonly data?: string;
  readonly parent: HtmlNode | null;
}

export interface HtmlTree {
  readonly root: HtmlNode;
  /** Elements by tag, in order of the source; only tags of {@link COLLECTED}. */
  readonly collected: Readonly<Record<string, readonly HtmlNode[]>>;
  /** Tables in which another table stands. */
  readonly nesting: ReadonlySet<HtmlNode>;
  /** Elements that a selector of the page's own style matches; an invalid selector matches none. */
  select(selector: string): readonly HtmlNode[];
}

const COLLECTED = ['title', 'meta', 'style', 'script', 'iframe', 'embed', 'object'] as const;

/** Where a part of a table may stand (HTML, 4.9). */
const PARENTS: Readonly<Record<string, ReadonlySet<string>>> = {
  td: new Set(['tr']),
  th: new Set(['tr']),
  tr: new Set(['table', 'thead', 'tbody', 'tfoot']),
  thead: new Set(['table']),
  tbody: new Set(['table']),
  tfoot: new Set(['table']),
};
/** Parents whose own text and other elements a browser moves out of the table. */
const STRICT = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr']);
const STRICT_CHILDREN = new Set([
  ...Object.keys(PARENTS),
  'caption',
  'colgroup',
  'col',
  'script',
  'style',
  'template',
  'form',
  'input',
]);

/** Parses a page or a fragment of one. Never throws on markup, however broken. */
export async function parseHtml(text: string): Promise<HtmlTree> {
  const source = withTable(text);
  const fast = survey(loadFast(source, { xml: { xmlMode: false } }));
  if (fast.isWellFormed) return fast;
  const { load } = await import('cheerio');
  return survey(load(source));
}

/** A fragment cut from the middle of a table: outside of one, browsers drop the tags of rows and cells. */
function withTable(text: string): string {
  const first = /<(table|thead|tbody|tr|td|th)[\s>]/i.exec(text);
  if (first === null || first[1]?.toLowerCase() === 'table') return text;
  return `${text.slice(0, first.index)}<table>${text.slice(first.index)}`;
}

function survey($: CheerioAPI): HtmlTree & { isWellFormed: boolean } {
  const root = $.root()[0] as unknown as HtmlNode;
  const collected: Record<string, HtmlNode[]> = Object.fromEntries(COLLECTED.map((tag) => [tag, []]));
  const nesting = new Set<HtmlNode>();
  let isWellFormed = true;
  const open: { node: HtmlNode; table: HtmlNode | null }[] = [{ node: root, table: null }];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const { node, table } = at;
    const name = node.name ?? '';
    if (name !== '') {
      collected[name]?.push(node);
      const parents = PARENTS[name];
      if (parents !== undefined && !parents.has(node.parent?.name ?? '')) isWellFormed = false;
      if (name === 'table' && table !== null) nesting.add(table);
    }
    const inner = name === 'table' ? node : table;
    const isStrict = STRICT.has(name);
    for (let i = (node.children?.length ?? 0) - 1; i >= 0; i--) {
      const child = node.children![i]!;
      if (child.children !== undefined) {
        if (isStrict && child.name !== undefined && !STRICT_CHILDREN.has(child.name)) isWellFormed = false;
        open.push({ node: child, table: inner });
      } else if (isStrict && child.type === 'text' && /[^ \t\n\r\f]/.test(child.data ?? ''))
        isWellFormed = false;
    }
  }
  const select = (selector: string): readonly HtmlNode[] => {
    try {
      return $(selector).toArray() as unknown as HtmlNode[];
    } catch {
      return [];
    }
  };
  return { root, collected, nesting, select, isWellFormed };
}
