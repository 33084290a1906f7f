/** What one case of the corpus is: a name, the bytes of its source, its truth. */
import type { ReportPlan, ReportSource } from './report-source.ts';
import { drawReport } from './report-source.ts';
import { type Truth, type TruthOptions, truthOf } from './truth.ts';

interface CaseFiles {
  /** Of the file's name; the content decides what it is. */
  readonly extension: string;
  readonly source: Uint8Array;
  readonly truth: Truth;
}

export interface CorpusCase {
  readonly name: string;
  /** Null for a file that is no report. */
  readonly plan: ReportPlan | null;
  build(): CaseFiles;
}

/** A report: its plan (seeded by the case's name), how it is written, and what the container adds to its truth. */
export function reportCase(
  name: string,
  plan: Omit<ReportPlan, 'seed'>,
  extension: string,
  write: (source: ReportSource) => Uint8Array,
  options: TruthOptions,
): CorpusCase {
  const seeded: ReportPlan = { ...plan, seed: name };
  return {
    name,
    plan: seeded,
    build: () => {
      const source = drawReport(seeded);
      return { extension, source: write(source), truth: truthOf(name, source, options) };
    },
  };
}
