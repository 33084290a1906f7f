/**
 * A fault of the file that ends the reading. It is thrown inside this folder only and becomes a
 * document without blocks at the reader's edge; any other exception is a fault of the program.
 */
import { type Document, unreadable } from '../../document/document.ts';

export type DocFaultCode = 'doc.damaged' | 'doc.encrypted' | 'doc.old-word' | 'doc.empty' | 'doc.too-large';

export class DocFault extends Error {
  readonly code: DocFaultCode;

  constructor(code: DocFaultCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** The document that stands for a fault of the file; throws anything else again. */
export function faultToDocument(error: unknown): Document {
  if (error instanceof DocFault) return unreadable(error.code, error.message);
  throw error;
}
