/**
 * A fault of the file that ends the reading. It is thrown inside this folder only and becomes a
 * document without blocks at the reader's edge; any other exception is a fault of the program.
 */
import { type Document, unreadable } from '../../document/document.ts';

export type DocxFaultCode =
  | 'docx.damaged'
  | 'docx.encrypted'
  | 'docx.no-document'
  | 'docx.too-large'
  | 'docx.unsafe-xml';

export class DocxFault extends Error {
  readonly code: DocxFaultCode;

  constructor(code: DocxFaultCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** The document that stands for a fault of the file; throws anything else again. */
export function faultToDocument(error: unknown): Document {
  if (error instanceof DocxFault) return unreadable(error.code, error.message);
  throw error;
}
