/**
 * Which group of an RTF file is read, and as what (specification 1.9.1, “Destinations”): by the control
 * word that begins it. A group that begins with `\*` and is not named here is left out whole, as the
 * specification wants; a group with another word is text.
 */

/**
 * `text`: shown text. `list`: the number before a paragraph. `box`: the story of a text box. `shape`: text only in the
 * groups within that are named. `rows`: the definition of a nested row. `either`: the same text twice, of which
 * the Unicode form is read. `fonts`, `title`: not shown, but needed. `skip`: left out.
 */
export type Destination =
  | 'text'
  | 'list'
  | 'box'
  | 'shape'
  | 'rows'
  | 'either'
  | 'unicode'
  | 'fonts'
  | 'info'
  | 'title'
  | 'skip';

/** Destinations that hold no text of the body. Those that always begin with `\*` need no line here. */
const LEFT_OUT = [
  ...['colortbl', 'stylesheet', 'listtable', 'listoverridetable', 'filetbl', 'revtbl', 'rsidtbl'],
  ...['header', 'headerl', 'headerr', 'headerf', 'footer', 'footerl', 'footerr', 'footerf'],
  ...['footnote', 'annotation', 'ftnsep', 'ftnsepc', 'ftncn', 'aftnsep', 'aftnsepc', 'aftncn'],
  ...['pntxta', 'pntxtb', 'bkmkstart', 'bkmkend', 'fldinst', 'fldtype', 'datafield', 'formfield', 'xe', 'tc'],
  // A shape and an object again, for readers that do not know these; a nested table for the same.
  ...['shprslt', 'nonshppict', 'nonesttables'],
  ...['sp', 'private', 'template', 'falt', 'panose', 'fname', 'fontemb', 'fontfile', 'themedata'],
];

/** Content that is not read and of which a word is said. */
export const MET_DESTINATIONS: ReadonlyMap<string, 'picture' | 'object'> = new Map([
  ['pict', 'picture'],
  ['object', 'object'],
]);

export const DESTINATIONS: ReadonlyMap<string, Destination> = new Map<string, Destination>([
  ...LEFT_OUT.map((name) => [name, 'skip'] as const),
  ...[...MET_DESTINATIONS.keys()].map((name) => [name, 'skip'] as const),
  ['fonttbl', 'fonts'],
  ['info', 'info'],
  ['title', 'title'],
  ['listtext', 'list'],
  ['pntext', 'list'],
  ['shp', 'shape'],
  ['shpgrp', 'shape'],
  ['shpinst', 'shape'],
  ['do', 'shape'],
  ['shptxt', 'box'],
  ['dptxbxtext', 'box'],
  ['nesttableprops', 'rows'],
  ['upr', 'either'],
  ['ud', 'unicode'],
]);

/** Begins with `\*`, but is read as what stands around it. */
export const PLAIN_GROUPS: ReadonlySet<string> = new Set(['shppict']);

/** Which destinations may begin within one that is no text; others are left out there. */
const WITHIN: Readonly<Partial<Record<Destination, readonly Destination[]>>> = {
  list: [],
  shape: ['shape', 'box'],
  rows: [],
  either: ['unicode'],
  fonts: [],
  info: ['title', 'either'],
  title: ['either'],
  skip: [],
};

export function destinationWithin(outer: Destination, inner: Destination): Destination {
  return WITHIN[outer]?.includes(inner) === false ? 'skip' : inner;
}

/** Whether what stands in the group goes into the text. */
export function isShownIn(destination: Destination): boolean {
  return destination === 'text' || destination === 'list' || destination === 'box';
}
