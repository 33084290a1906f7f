/**
 * `numbering.xml` → the levels of each list, overrides and links resolved (ECMA-376 part 1, 17.9).
 * Counts nothing: see `numbering-counter.ts`.
 */
import { isOn, wholeNumber } from './attributes.ts';
import type { Styles } from './styles.ts';
import { readXml } from './xml-events.ts';

export interface NumberingLevel {
  readonly start: number;
  /** `ST_NumberFormat`. */
  readonly format: string;
  /** Pattern with `%1`–`%9` for the numbers of the levels, counted from 1. */
  readonly text: string;
  readonly suffix: string;
  /** Level, counted from 1, at whose use and above this one begins anew; 0: never; undefined: any above. */
  readonly restartAfter: number | undefined;
  /** Every number of the pattern in decimal digits. */
  readonly isLegal: boolean;
  readonly paragraphStyle: string | undefined;
}

export interface NumberedList {
  /** Lists of one abstract definition count on together. */
  readonly abstractId: string;
  readonly levels: ReadonlyMap<number, NumberingLevel>;
  /** Level → number at which this list starts anew when it is first used. */
  readonly startOverrides: ReadonlyMap<number, number>;
}

export type Numbering = ReadonlyMap<string, NumberedList>;

type Draft<T> = { -readonly [Key in keyof T]: T[Key] };

interface AbstractDraft {
  readonly levels: Map<number, Draft<NumberingLevel>>;
  styleLink?: string;
}

interface ListDraft {
  abstractId: string;
  readonly levels: Map<number, Draft<NumberingLevel>>;
  readonly startOverrides: Map<number, number>;
}

interface State {
  readonly abstracts: Map<string, AbstractDraft>;
  readonly lists: Map<string, ListDraft>;
  abstract: AbstractDraft | undefined;
  list: ListDraft | undefined;
  overridden: number;
  level: Draft<NumberingLevel> | undefined;
}

type ElementReader = (
  state: State,
  value: string | undefined,
  attributes: Readonly<Record<string, string>>,
) => void;

const elements: ReadonlyMap<string, ElementReader> = new Map<string, ElementReader>([
  [
    'w:abstractNum',
    (state, _value, attributes) => {
      state.list = undefined;
      state.abstract = { levels: new Map() };
      state.abstracts.set(attributes['w:abstractNumId'] ?? '', state.abstract);
    },
  ],
  [
    'w:numStyleLink',
    (state, value) => {
      if (state.abstract !== undefined && value !== undefined) state.abstract.styleLink = value;
    },
  ],
  [
    'w:num',
    (state, _value, attributes) => {
      state.abstract = undefined;
      state.list = { abstractId: '', levels: new Map(), startOverrides: new Map() };
      state.lists.set(attributes['w:numId'] ?? '', state.list);
    },
  ],
  [
    'w:abstractNumId',
    (state, value) => {
      if (state.list !== undefined) state.list.abstractId = value ?? '';
    },
  ],
  [
    'w:lvlOverride',
    (state, _value, attributes) => {
      state.overridden = wholeNumber(attributes['w:ilvl']) ?? 0;
    },
  ],
  [
    'w:startOverride',
    (state, value) => {
      state.list?.startOverrides.set(state.overridden, wholeNumber(value) ?? 0);
    },
  ],
  [
    'w:lvl',
    (state, _value, attributes) => {
      // Defaults by 17.9.25 (start 0), 17.9.17 (decimal), 17.9.28 (tab).
      state.level = {
        start: 0,
        format: 'decimal',
        text: '',
        suffix: 'tab',
        restartAfter: undefined,
        isLegal: false,
        paragraphStyle: undefined,
      };
      (state.list ?? state.abstract)?.levels.set(wholeNumber(attributes['w:ilvl']) ?? 0, state.level);
    },
  ],
  ['w:start', (state, value) => setLevel(state, 'start', wholeNumber(value))],
  ['w:numFmt', (state, value) => setLevel(state, 'format', value)],
  ['w:lvlText', (state, value) => setLevel(state, 'text', value)],
  ['w:suff', (state, value) => setLevel(state, 'suffix', value)],
  ['w:lvlRestart', (state, value) => setLevel(state, 'restartAfter', wholeNumber(value))],
  ['w:isLgl', (state, value) => setLevel(state, 'isLegal', isOn(value))],
  ['w:pStyle', (state, value) => setLevel(state, 'paragraphStyle', value)],
]);

/** `styles` resolve lists that are defined through a list style (`w:numStyleLink`). */
export function readNumbering(part: string, bytes: Uint8Array, styles: Styles): Numbering {
  const state: State = {
    abstracts: new Map(),
    lists: new Map(),
    abstract: undefined,
    list: undefined,
    overridden: 0,
    level: undefined,
  };
  readXml(part, bytes, {
    open: (name, attributes) => elements.get(name)?.(state, attributes['w:val'], attributes),
    close(name) {
      if (name === 'w:lvl') state.level = undefined;
    },
  });
  return new Map([...state.lists].map(([id, list]) => [id, resolveList(list, state, styles)]));
}

function setLevel<Key extends keyof NumberingLevel>(
  state: State,
  key: Key,
  value: Draft<NumberingLevel>[Key] | undefined,
): void {
  if (state.level !== undefined && value !== undefined) state.level[key] = value;
}

function resolveList(list: ListDraft, state: State, styles: Styles): NumberedList {
  let { abstractId } = list;
  const link = state.abstracts.get(abstractId)?.styleLink;
  if (link !== undefined) {
    // 17.9.21: the definition is that of the list which the linked style names; one step, no chains.
    abstractId = state.lists.get(styles.named(link).numId ?? '')?.abstractId ?? abstractId;
  }
  const levels = new Map<number, NumberingLevel>(state.abstracts.get(abstractId)?.levels);
  for (const [level, override] of list.levels) levels.set(level, override);
  return { abstractId, levels, startOverrides: list.startOverrides };
}
