/**
 * What the reader knows of elements: which are blocks, which are never shown, which are read through. A tag
 * that stands nowhere here (`o:p`, `ucapcontent`, `publishtime`) is inline, as browsers have it.
 */
import type { HtmlNode } from './html-tree.ts';

/** Elements that start and end on lines of their own (HTML, 15.3.2 and following). */
const BLOCKS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption ' +
    'figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup ' +
    'option p plaintext pre search section summary table tbody td tfoot th thead tr ul xmp'
  ).split(' '),
);

/** Known and left out: no text of the page, or text that browsers do not show. */
export const LEFT_OUT: ReadonlySet<string> = new Set(
  (
    'script style template noscript title meta link base iframe object embed applet audio video canvas svg math ' +
    'map area img input select textarea datalist param source track colgroup col frame noframes rp rt xml'
  ).split(' '),
);

export const PREFORMATTED: ReadonlySet<string> = new Set(['pre', 'listing', 'plaintext', 'xmp']);

/** Outline levels. */
export const HEADINGS: Readonly<Record<string, number>> = { h1: 1, h2: 2, h3: 3, h4: 4, h5: 5, h6: 6 };

const MAY_DISPLAY = /display/i;
const DISPLAY = /(?:^|;)\s*display\s*:\s*([\w-]+)/i;

/** Whether an element starts and ends a line: by its own style, else by its tag. */
export function isBlock(element: HtmlNode): boolean {
  const style = element.attribs?.style;
  const display =
    style === undefined || !MAY_DISPLAY.test(style) ? undefined : DISPLAY.exec(style)?.[1]?.toLowerCase();
  if (display === 'inline') return false;
  if (display === 'block' || display === 'flex' || display === 'grid' || display === 'list-item') return true;
  return BLOCKS.has(element.name ?? '');
}

/** What the element says about centring its text; undefined where it says nothing. */
export function centring(element: HtmlNode): boolean | undefined {
  if (element.name === 'center') return true;
  const attribs = element.attribs ?? {};
  const said =
    /(?:^|;)\s*text-align\s*:\s*([\w-]+)/i.exec(attribs.style ?? '')?.[1] ??
    // Of a table it places the table, not its text.
    (element.name === 'table' ? undefined : attribs.align);
  return said === undefined ? undefined : said.toLowerCase() === 'center';
}

/** Files that a page hands out; a link to one is part of the text, not navigation. */
const FILE = /\.(?:docx?|wps|et|pdf|ofd|xlsx?|rtf|zip|rar|7z|jpe?g|png|gif)(?:$|[?#])/i;

export function fileLink(element: HtmlNode): string | undefined {
  const attribs = element.attribs ?? {};
  const target = attribs.href ?? attribs.src ?? attribs.data;
  return target !== undefined && FILE.test(target) ? target : undefined;
}

export function isNavigationLink(element: HtmlNode): boolean {
  return element.name === 'a' && element.attribs?.href !== undefined && fileLink(element) === undefined;
}
