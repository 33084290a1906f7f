/**
 * Text to GB 18030 bytes, by turning the platform's decoder around: two-byte characters and ASCII only,
 * which is all that a report on the form needs. Throws on any other character.
 */

const LEAD = [0x81, 0xfe] as const;
const TRAIL = [0x40, 0xfe] as const;
/** No trail byte: it would be ASCII's DEL. */
const NO_TRAIL = 0x7f;

export function encodeGb18030(text: string): Uint8Array {
  const table = twoByteTable();
  return Uint8Array.from([...text].flatMap((character) => encodeCharacter(character, table)));
}

function encodeCharacter(
  character: string,
  table: ReadonlyMap<string, readonly [number, number]>,
): readonly number[] {
  const code = character.codePointAt(0)!;
  if (code < 0x80) return [code];
  const bytes = table.get(character);
  if (!bytes) throw new Error(`no two-byte code for U+${code.toString(16)}`);
  return bytes;
}

function twoByteTable(): ReadonlyMap<string, readonly [number, number]> {
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, readonly [number, number]>();
  for (let lead: number = LEAD[0]; lead <= LEAD[1]; lead++) {
    for (let trail: number = TRAIL[0]; trail <= TRAIL[1]; trail++) {
      if (trail === NO_TRAIL) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if ([...character].length === 1 && character !== '\ufffd') table.set(character, [lead, trail]);
    }
  }
  return table;
}
