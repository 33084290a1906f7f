/** How deep a page's elements are nested, by its tags alone: what a parser would have to hold open at once. */

/** Elements that hold others and need an end tag; an unclosed <p>, <li> or <td> ends by itself. */
const CONTAINER =
  /<(\/?)(?:div|span|font|table|section|article|center|blockquote|form|ul|ol|b|i|u|a|em|strong)(?=[\s>/])/gi;

export function nestingDepth(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [, isEnd] of html.matchAll(CONTAINER)) {
    if (isEnd) depth = Math.max(0, depth - 1);
    else deepest = Math.max(deepest, ++depth);
  }
  return deepest;
}
