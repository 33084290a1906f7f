/**
 * The style sheet ([MS-DOC] 2.9.273 `STSH`) → the properties that each paragraph style gives, those of
 * the styles it is based on included. Styles of characters and tables are not read.
 */
import { part, u16 } from './bytes.ts';
import type { Extent } from './fib.ts';
import { type ParagraphProperties, plainParagraph, readParagraphProperties } from './paragraph-properties.ts';

const PARAGRAPH_STYLE = 1;
/** 2.9.260 `StdfBase`: a style that is based on none. */
const NO_STYLE = 0xfff;
/** Styles based on styles: Word's own limit is 11; more is a circle. */
const MAX_DEPTH = 16;

interface Style {
  readonly base: number;
  readonly grpprl: Buffer;
}

/** What a paragraph has by its style alone; a style that is not there gives the plain properties. */
export function readStyleSheet(table: Buffer, { offset, length }: Extent, data: Buffer) {
  const styles = length === 0 ? [] : readStyles(part(table, offset, length));
  const known = new Map<number, ParagraphProperties>();
  const propertiesOf = (index: number, depth: number): ParagraphProperties => {
    const found = known.get(index);
    if (found !== undefined) return found;
    const plain = plainParagraph(index);
    const style = styles[index];
    if (style === undefined || depth > MAX_DEPTH) return plain;
    const base = style.base === NO_STYLE ? plain : propertiesOf(style.base, depth + 1);
    const inherited = { ...base, style: index, heading: plain.heading || base.heading };
    const properties = { ...readParagraphProperties(inherited, [style.grpprl], data), style: index };
    known.set(index, properties);
    return properties;
  };
  return (index: number) => propertiesOf(index, 0);
}

function readStyles(sheet: Buffer): (Style | undefined)[] {
  const headLength = u16(sheet, 0);
  const count = u16(sheet, 2);
  const baseLength = u16(sheet, 4);
  const styles: (Style | undefined)[] = [];
  let at = 2 + headLength;
  for (let i = 0; i < count && at + 2 <= sheet.length; i += 1) {
    const length = u16(sheet, at);
    styles.push(length === 0 ? undefined : readStyle(part(sheet, at + 2, length), baseLength));
    at += 2 + length + (length & 1);
  }
  return styles;
}

function readStyle(style: Buffer, baseLength: number): Style | undefined {
  const kindAndBase = u16(style, 2);
  if ((kindAndBase & 0xf) !== PARAGRAPH_STYLE) return undefined;
  // The name: its length, its characters, a zero.
  const at = baseLength + 2 + 2 * u16(style, baseLength) + 2;
  const length = at + 2 <= style.length ? u16(style, at) : 0;
  return {
    base: kindAndBase >> 4,
    // Begins with the style's own index.
    grpprl: length < 2 ? Buffer.alloc(0) : part(style, at + 4, length - 2),
  };
}
