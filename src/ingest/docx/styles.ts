/**
 * `styles.xml` → what a style says about reading: outline level, centring, numbering, hidden text,
 * each inherited along `basedOn`. All other formatting is left alone.
 */
import { isOn, wholeNumber } from './attributes.ts';
import { readXml } from './xml-events.ts';

interface Style {
  /** 1–9, as in `Paragraph.heading`; 0 where the style says body text. */
  readonly heading?: number;
  readonly centered?: boolean;
  readonly hidden?: boolean;
  readonly numId?: string;
  readonly level?: number;
  /** The style in the chain that gives `numId`: numbering levels are linked to it by name. */
  readonly numberedBy?: string;
}

export interface Styles {
  /** By id; without one, the default paragraph style. Unknown ids say nothing. */
  paragraph(id: string | undefined): Style;
  named(id: string): Style;
}

interface StyleDraft {
  basedOn?: string;
  heading?: number;
  centered?: boolean;
  hidden?: boolean;
  numId?: string;
  level?: number;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

const NOTHING: Style = {};

/** Properties as they were before a tracked change. */
const FORMER: ReadonlySet<string> = new Set(['w:pPrChange', 'w:rPrChange']);

export const NO_STYLES: Styles = { paragraph: () => NOTHING, named: () => NOTHING };

export function readStyles(part: string, bytes: Uint8Array): Styles {
  const drafts = new Map<string, StyleDraft>();
  let defaultId: string | undefined;
  let draft: StyleDraft | undefined;
  let former = 0;
  readXml(part, bytes, {
    open(name, attributes) {
      const value = attributes['w:val'];
      if (FORMER.has(name)) former += 1;
      if (former > 0) return;
      if (name === 'w:style') {
        const id = attributes['w:styleId'] ?? '';
        draft = {};
        drafts.set(id, draft);
        if (attributes['w:type'] === 'paragraph' && attributes['w:default'] !== undefined) {
          if (isOn(attributes['w:default'])) defaultId = id;
        }
      } else if (draft !== undefined) {
        properties.get(name)?.(draft, value);
      }
    },
    close(name) {
      if (FORMER.has(name)) former -= 1;
      if (name === 'w:style') draft = undefined;
    },
  });
  const resolved = new Map<string, Style>();
  const named = (id: string) => resolveStyle(id, drafts, resolved);
  const byDefault = defaultId === undefined ? NOTHING : named(defaultId);
  return { paragraph: (id) => (id === undefined ? byDefault : named(id)), named };
}

const properties: ReadonlyMap<string, (style: StyleDraft, value: string | undefined) => void> = new Map([
  ['w:basedOn', (style: StyleDraft, value: string | undefined) => assign(style, 'basedOn', value)],
  ['w:name', (style, value) => assign(style, 'heading', style.heading ?? headingOfName(value))],
  ['w:outlineLvl', (style, value) => assign(style, 'heading', headingOfOutline(value))],
  ['w:jc', (style, value) => assign(style, 'centered', value === 'center')],
  ['w:vanish', (style, value) => assign(style, 'hidden', isOn(value))],
  ['w:numId', (style, value) => assign(style, 'numId', value)],
  ['w:ilvl', (style, value) => assign(style, 'level', wholeNumber(value))],
]);

/** Outline level 0–8 → heading 1–9; level 9 is body text (ECMA-376 part 1, 17.3.1.20) → 0. */
export function headingOfOutline(value: string | undefined): number | undefined {
  const level = wholeNumber(value);
  if (level === undefined || level < 0 || level > 9) return undefined;
  return level === 9 ? 0 : level + 1;
}

/** Built-in heading styles are told by this name in every language of the interface. */
function headingOfName(name: string | undefined): number | undefined {
  const match = /^heading ([1-9])$/i.exec(name ?? '');
  return match === null ? undefined : Number(match[1]);
}

function assign<Key extends keyof StyleDraft>(style: StyleDraft, key: Key, value: StyleDraft[Key]): void {
  if (value !== undefined) style[key] = value;
}

function resolveStyle(
  id: string,
  drafts: ReadonlyMap<string, StyleDraft>,
  resolved: Map<string, Style>,
): Style {
  const known = resolved.get(id);
  if (known !== undefined) return known;
  // From the style up to its base; a chain that bites its tail ends there.
  const chain = new Set<string>();
  for (let at: string | undefined = id; at !== undefined && !chain.has(at); at = drafts.get(at)?.basedOn)
    chain.add(at);
  const style: Mutable<Style> & StyleDraft = {};
  for (const step of [...chain].reverse()) {
    const own = drafts.get(step);
    Object.assign(style, own);
    if (own?.numId !== undefined) style.numberedBy = step;
  }
  delete style.basedOn;
  resolved.set(id, style);
  return style;
}
