/**
 * A page's tree in, the elements that it does not show out: by `hidden`, by their own style, by rules of the
 * page's own style elements. Style sheets in other files are not read; rules for print or narrow screens do not
 * count; of two rules for one element the later wins.
 */
import type { HtmlNode, HtmlTree } from './html-tree.ts';

/** Rules looked at: more is a whole style library, whose classes do not hide an article. */
const MAX_RULES = 2000;

const MAY_HIDE = /display|visibility/i;
const NONE = /(?:^|;)\s*display\s*:\s*none\b|(?:^|;)\s*visibility\s*:\s*(?:hidden|collapse)\b/i;
const SHOWN = /(?:^|;)\s*display\s*:\s*(?!none\b)[a-z]/i;

/** `.name`: most rules that hide, and no search of the tree needed. */
const CLASS = /^\.([\w-]+)$/;

interface Rules {
  readonly classes: ReadonlySet<string>;
  readonly elements: ReadonlySet<HtmlNode>;
}

/** A test for one element; its ancestors are the caller's business. */
export function hiddenElements(tree: HtmlTree): (element: HtmlNode) => boolean {
  const { classes, elements } = hidingRules(tree);
  return (element) => {
    const attribs = element.attribs;
    if (attribs === undefined) return false;
    if (attribs.hidden !== undefined) return true;
    const style = attribs.style;
    if (style !== undefined && MAY_HIDE.test(style)) {
      if (NONE.test(style)) return true;
      if (SHOWN.test(style)) return false;
    }
    if (elements.has(element)) return true;
    return classes.size > 0 && (attribs.class?.split(/\s+/).some((name) => classes.has(name)) ?? false);
  };
}

function hidingRules(tree: HtmlTree): Rules {
  const classes = new Set<string>();
  const elements = new Set<HtmlNode>();
  const sheet = (tree.collected.style ?? []).map((style) => style.children?.[0]?.data ?? '').join('\n');
  if (!/display\s*:\s*none|visibility\s*:\s*hidden/i.test(sheet)) return { classes, elements };
  const plain = withoutMedia(sheet.replace(/\/\*[\s\S]*?(?:\*\/|$)|<!--|-->/g, ''));
  let count = 0;
  for (const [, selectors = '', body = ''] of plain.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    const hides = NONE.test(body);
    if (!hides && !(count > 0 && SHOWN.test(body))) continue;
    if (++count > MAX_RULES) break;
    for (const selector of selectors.split(',').map((part) => part.trim())) {
      const name = CLASS.exec(selector)?.[1];
      if (name !== undefined) change(classes, name, hides);
      else for (const element of tree.select(selector)) change(elements, element, hides);
    }
  }
  return { classes, elements };
}

function change<T>(set: Set<T>, item: T, isIn: boolean): void {
  if (isIn) set.add(item);
  else set.delete(item);
}

/** Without `@media …{…{…}…}` and other rules in blocks, except those for a plain screen. */
function withoutMedia(sheet: string): string {
  return sheet
    .replace(/@(?:import|charset|namespace)[^;{}]*;/g, '')
    .replace(/@media\s+(?:screen|all)\s*\{((?:[^{}]*\{[^{}]*\})*)\s*\}/gi, '$1')
    .replace(/@[\w-]+[^{};@]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '');
}
