/**
 * A page's tree in, the elements that it does not show out: by `hidden`, by their own style, by rules of the
 * page's own style elements. Style sheets in other files are not read; rules for print or narrow screens do not
 * count; of two rules for one element the later wins.
 */
import type { HtmlNode, HtmlTree } from './html-tree.ts';

/** Rules looked at: more is a whole style library, whose classes do not hide an article. */
const MAX_RULES = 2000;

const NONE = /(?:^|;)\s*display\s*:\s*none\b|(?:^|;)\s*visibility\s*:\s*(?:hidden|collapse)\b/i;
const SHOWN = /(?:^|;)\s*display\s*:\s*(?!none\b)[a-z]/i;

/** A test for one element; its ancestors are the caller's business. */
export function hiddenElements(tree: HtmlTree): (element: HtmlNode) => boolean {
  const byRule = hiddenByRules(tree);
  return (element) => {
    const attribs = element.attribs ?? {};
    if (attribs.hidden !== undefined) return true;
    const style = attribs.style;
    if (style !== undefined && NONE.test(style)) return true;
    return byRule.has(element) && !(style !== undefined && SHOWN.test(style));
  };
}

function hiddenByRules(tree: HtmlTree): ReadonlySet<HtmlNode> {
  const hidden = new Set<HtmlNode>();
  const sheet = (tree.collected.style ?? []).map((style) => style.children?.[0]?.data ?? '').join('\n');
  if (!/display\s*:\s*none|visibility\s*:\s*hidden/i.test(sheet)) return hidden;
  const rules = withoutMedia(sheet.replace(/\/\*[\s\S]*?(?:\*\/|$)|<!--|-->/g, '')).matchAll(
    /([^{}]+)\{([^{}]*)\}/g,
  );
  let count = 0;
  for (const [, selector = '', body = ''] of rules) {
    const hides = NONE.test(body);
    if (!hides && !(hidden.size > 0 && SHOWN.test(body))) continue;
    if (++count > MAX_RULES) break;
    for (const element of tree.select(selector.trim())) {
      if (hides) hidden.add(element);
      else hidden.delete(element);
    }
  }
  return hidden;
}

/** Without `@media …{…{…}…}` and other rules in blocks, except those for a plain screen. */
function withoutMedia(sheet: string): string {
  return sheet
    .replace(/@(?:import|charset|namespace)[^;{}]*;/g, '')
    .replace(/@media\s+(?:screen|all)\s*\{((?:[^{}]*\{[^{}]*\})*)\s*\}/gi, '$1')
    .replace(/@[\w-]+[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '');
}
