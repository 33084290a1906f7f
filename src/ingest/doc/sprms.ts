/**
 * A list of property modifiers ([MS-DOC] 2.6 `Sprm`, a grpprl) → one call each, in order. Knows
 * the lengths, not the meanings.
 */

/** Operand bytes by `spra`, the top three bits of a sprm; 0: the operand begins with its length. */
const OPERAND_BYTES = [1, 1, 2, 4, 2, 2, 0, 3];
const TABLE_DEFINITION = 0xd608;
const TAB_CHANGES = 0xc615;

/** Sprm → what its operand does to the properties. The operand lies wholly within the list. */
export type SprmReaders<T> = ReadonlyMap<number, (properties: T, operand: Buffer) => void>;

/** Applies those modifiers that `readers` has. A list that is cut ends at its last whole modifier. */
export function applySprms<T>(grpprl: Buffer, readers: SprmReaders<T>, properties: T): void {
  let at = 0;
  while (at + 3 <= grpprl.length) {
    const sprm = grpprl.readUInt16LE(at);
    at += 2;
    const length = operandLength(grpprl, at, sprm);
    if (at + length > grpprl.length) return;
    const read = readers.get(sprm);
    if (read !== undefined) read(properties, grpprl.subarray(at, at + length));
    at += length;
  }
}

function operandLength(grpprl: Buffer, at: number, sprm: number): number {
  const fixed = OPERAND_BYTES[sprm >> 13]!;
  if (fixed > 0) return fixed;
  // 2.9.323 `TDefTableOperand`: two bytes, which count themselves less one.
  if (sprm === TABLE_DEFINITION) return at + 2 <= grpprl.length ? grpprl.readUInt16LE(at) + 1 : Infinity;
  const length = grpprl[at]!;
  if (sprm !== TAB_CHANGES || length < 255) return length + 1;
  // 2.9.182 `PChgTabsOperand`: 255 leaves the length to the two counts.
  const deleted = grpprl[at + 1] ?? 0;
  const added = grpprl[at + 2 + 4 * deleted] ?? 0;
  return 3 + 4 * deleted + 3 * added;
}
