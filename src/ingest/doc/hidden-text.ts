/**
 * The modifiers of characters ([MS-DOC] 2.6.1) → which characters are not read: text deleted in a
 * tracked change, and hidden text. Revisions count as accepted.
 */
import type { FormattedRun } from './formatted-pages.ts';
import type { Piece } from './piece-table.ts';
import { applySprms, type SprmReaders } from './sprms.ts';

const SHOWN = 0;
export const DELETED = 1;
export const HIDDEN = 2;

interface CharacterDraft {
  isDeleted: boolean;
  isInserted: boolean;
  isHidden: boolean;
}

const readers: SprmReaders<CharacterDraft> = new Map<
  number,
  (draft: CharacterDraft, operand: Buffer) => void
>([
  [
    0x0800,
    (draft, operand) => {
      draft.isDeleted = operand[0] !== 0;
    },
  ],
  [
    0x0801,
    (draft, operand) => {
      draft.isInserted = operand[0] !== 0;
    },
  ],
  // sprmCFVanish, a toggle: 0x80 as the style has it, 0x81 the opposite; styles are taken as not hidden.
  [
    0x083c,
    (draft, operand) => {
      draft.isHidden = operand[0] === 1 || operand[0] === 0x81;
    },
  ],
]);

export interface HiddenText {
  /** One of the three states of each character; undefined where all are shown. */
  readonly states: Uint8Array | undefined;
  readonly hasRevisions: boolean;
}

/** `runs` in the order of the stream. */
export function findHiddenText(pieces: readonly Piece[], runs: readonly FormattedRun[]): HiddenText {
  let states: Uint8Array | undefined;
  let hasRevisions = false;
  const mark = (from: number, to: number, state: number) => {
    if (state === SHOWN || from >= to) return;
    states ??= new Uint8Array(pieces.at(-1)?.to ?? 0);
    states.fill(state, from, to);
  };
  const telling = runs
    .filter(({ grpprl }) => grpprl.length >= 3)
    .map(({ from, to, grpprl }) => ({ from, to, grpprl, ...read([grpprl]) }))
    .filter(({ isDeleted, isInserted, isHidden }) => isDeleted || isInserted || isHidden);
  for (const { from, to, offset, bytesPerCharacter, changes } of pieces) {
    const end = offset + (to - from) * bytesPerCharacter;
    if (changes.length > 0) mark(from, to, stateOf(read([changes])));
    for (const run of telling) {
      if (run.to <= offset || run.from >= end) continue;
      hasRevisions ||= run.isDeleted || run.isInserted;
      const first = from + Math.max(0, Math.ceil((run.from - offset) / bytesPerCharacter));
      const last = Math.min(to, from + Math.ceil((run.to - offset) / bytesPerCharacter));
      mark(first, last, stateOf(changes.length > 0 ? read([run.grpprl, changes]) : run));
    }
  }
  return { states, hasRevisions };
}

function read(lists: readonly Buffer[]): CharacterDraft {
  const draft = { isDeleted: false, isInserted: false, isHidden: false };
  for (const grpprl of lists) applySprms(grpprl, readers, draft);
  return draft;
}

function stateOf({ isDeleted, isHidden }: CharacterDraft): number {
  if (isDeleted) return DELETED;
  return isHidden ? HIDDEN : SHOWN;
}
