/**
 * The bytes of an RTF file → its tokens in order, one pass, nothing interpreted: groups, control words
 * and symbols, bytes written as `\'hh`, runs of plain bytes (RTF specification 1.9.1, “RTF syntax”).
 * Line ends and zero bytes between tokens mean nothing and are left out.
 */

export interface RtfEvents {
  open(): void;
  /** False ends the reading: the document is closed. */
  close(): boolean;
  /** `\name` with its number, if any. */
  word(name: string, value: number | undefined): void;
  /** `\` and one other character. */
  symbol(character: string): void;
  /** A byte written as `\'hh`. */
  byte(value: number): void;
  /** Plain bytes from `from` up to `to`. */
  text(from: number, to: number): void;
}

const OPEN = 0x7b;
const CLOSE = 0x7d;
const BACKSLASH = 0x5c;
const APOSTROPHE = 0x27;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
const MINUS = 0x2d;
/** Letters of a control word and digits of its number: the specification has 32 and 10. */
const MAX_NAME = 32;
const MAX_DIGITS = 10;

/** Returns where reading ended: after the document's last brace, or at the end of a file that is cut off. */
export function readTokens(bytes: Uint8Array, start: number, events: RtfEvents): number {
  let at = start;
  while (at < bytes.length) {
    const byte = bytes[at];
    if (byte === BACKSLASH) {
      at = readControl(bytes, at + 1, events);
    } else if (byte === OPEN) {
      events.open();
      at += 1;
    } else if (byte === CLOSE) {
      at += 1;
      if (!events.close()) return at;
    } else if (byte === CARRIAGE_RETURN || byte === LINE_FEED || byte === 0) {
      at += 1;
    } else {
      const from = at;
      at += 1;
      while (at < bytes.length && isPlain(bytes[at] as number)) at += 1;
      events.text(from, at);
    }
  }
  return at;
}

function isPlain(byte: number): boolean {
  return (
    byte !== BACKSLASH &&
    byte !== OPEN &&
    byte !== CLOSE &&
    byte !== CARRIAGE_RETURN &&
    byte !== LINE_FEED &&
    byte !== 0
  );
}

/** What stands behind a backslash; returns where it ends. */
function readControl(bytes: Uint8Array, from: number, events: RtfEvents): number {
  const first = bytes[from];
  if (first === undefined) return from;
  if (isLetter(first)) return readWord(bytes, from, events);
  if (first !== APOSTROPHE) {
    events.symbol(String.fromCharCode(first));
    return from + 1;
  }
  const high = hexDigit(bytes[from + 1]);
  const low = hexDigit(bytes[from + 2]);
  if (high < 0 || low < 0) {
    events.symbol("'");
    return from + 1;
  }
  events.byte(high * 16 + low);
  return from + 3;
}

function readWord(bytes: Uint8Array, from: number, events: RtfEvents): number {
  let at = from;
  let name = '';
  while (at - from < MAX_NAME && isLetter(bytes[at])) name += String.fromCharCode(bytes[at++] as number);
  const isNegative = bytes[at] === MINUS && isDigit(bytes[at + 1]);
  if (isNegative) at += 1;
  const digitsFrom = at;
  let number = 0;
  while (at - digitsFrom < MAX_DIGITS && isDigit(bytes[at])) {
    number = number * 10 + (bytes[at++] as number) - 0x30;
  }
  const value = at === digitsFrom ? undefined : isNegative ? -number : number;
  if (bytes[at] === SPACE) at += 1;
  events.word(name, value);
  // The bytes behind `\binN` are no RTF.
  return name === 'bin' ? Math.min(at + Math.max(value ?? 0, 0), bytes.length) : at;
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a));
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

function hexDigit(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (isDigit(byte)) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}
