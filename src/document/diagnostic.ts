/** What a reader or a parser met: a stable code `area.problem`, how grave, where, and the facts concerned. Messages are English. */
import type { Place } from './document.ts';

export type Severity = 'error' | 'warning' | 'info';

export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** Ids of the facts that may be affected. */
  readonly facts?: readonly string[];
  readonly place?: Place;
}
