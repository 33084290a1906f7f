/**
 * The one interface of all readers: bytes in, neutral document out. A fault of the file is a value
 * (a document without blocks and with an error diagnostic), never an exception.
 */
import type { Document } from '../document/document.ts';

/** What a file is, told by its content: `record.md` of the output contract lists the names. */
export type Format = 'docx' | 'doc' | 'pdf' | 'html' | 'txt' | 'rtf' | 'mht' | 'ofd' | 'image' | 'unknown';

export interface Reader {
  /** Stands in the record under `source.readers`. */
  readonly name: string;
  readonly format: Format;
  read(bytes: Uint8Array): Promise<Document>;
}
