/** What a rule found: the facts that it binds, the cells it suspects, what stands there and what should. */
import type { Severity } from '../document/diagnostic.ts';

/** Who erred: the issuer (two readers agree on the figures), our reading, or not yet told. */
export type Verdict = 'issuer' | 'reader' | 'undecided';

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly facts: readonly string[];
  readonly suspects: readonly string[];
  readonly expected: number | null;
  readonly actual: number | null;
  readonly verdict: Verdict;
}
