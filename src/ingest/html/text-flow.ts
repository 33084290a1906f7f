/**
 * Text of inline elements in, one text as a browser shows it out: white space collapses (CSS Text 3, 4.1),
 * line breaks and boundaries of blocks become `\n`, no-break and ideographic spaces stay. A line break of the
 * source between two Han characters is no space (4.1.3), or Word's wrapped lines would cut words.
 */

/** Ideographs, kana, full-width forms, CJK punctuation. */
const WIDE = /[\u2e80-\u303f\u3041-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/;
/** Word's and editors' invisible characters: byte order mark, soft hyphen, zero-width space and joiners. */
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]+/;
const RUNS = /[ \t\n\r\f]+|[^ \t\n\r\f]+/g;
const ANY_SPACE = /[ \t\n\r\f]/;
const SPACE = /^[ \t\n\r\f]/;

export class TextFlow {
  #text = '';
  /** White space waiting for the next character: it is dropped at ends of lines. */
  #space: '' | ' ' | '\n' = '';
  #hasBoundary = false;

  /** Characters of a text node; in `pre` white space stays as it is. */
  add(data: string, isPre: boolean): void {
    const text = INVISIBLE.test(data) ? data.split(INVISIBLE).join('') : data;
    if (isPre) {
      if (text === '') return;
      this.#settle(text);
      this.#text += text.replace(/\r\n?/g, '\n');
      return;
    }
    if (!ANY_SPACE.test(text)) {
      if (text === '') return;
      this.#settle(text);
      this.#text += text;
      return;
    }
    for (const run of text.match(RUNS) ?? []) {
      if (!SPACE.test(run)) {
        this.#settle(run);
        this.#text += run;
      } else if (this.#space !== ' ') this.#space = run.includes('\n') ? '\n' : ' ';
    }
  }

  /** `<br>`. */
  break(): void {
    this.#settleBoundary();
    this.#text += '\n';
    this.#space = '';
  }

  /** Start or end of a block: a line break where text stands on both sides. */
  boundary(): void {
    this.#hasBoundary = true;
    this.#space = '';
  }

  get isEmpty(): boolean {
    return this.#text === '';
  }

  get length(): number {
    return this.#text.length;
  }

  /** The text so far without line breaks at its ends; the flow starts anew. */
  take(): string {
    const text = this.#text.replace(/^\n+|\n+$/g, '');
    this.#text = '';
    this.#space = '';
    this.#hasBoundary = false;
    return text;
  }

  #settleBoundary(): void {
    if (this.#hasBoundary && this.#text !== '' && !this.#text.endsWith('\n')) this.#text += '\n';
    this.#hasBoundary = false;
  }

  #settle(next: string): void {
    if (this.#hasBoundary) this.#settleBoundary();
    if (this.#space === '') return;
    const last = this.#text.at(-1);
    if (last !== undefined && last !== '\n') {
      const isJoint = this.#space === '\n' && WIDE.test(last) && WIDE.test(next[0]!);
      if (!isJoint) this.#text += ' ';
    }
    this.#space = '';
  }
}
