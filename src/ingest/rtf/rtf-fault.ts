/** A fault of the file that ends the reading; caught by the reader, which makes a diagnostic of it. */
export class RtfFault extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
