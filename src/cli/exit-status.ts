/** The exit status, as the output contract (`docs/record.md`) fixes it. */
import type { ReportRecord } from '../record.ts';

export const EXIT = {
  ok: 0,
  /** Some report partial or failed, or a finding of severity error. */
  doubt: 1,
  wrongUse: 2,
  defect: 3,
  /** 128 + SIGINT, by the custom of shells. */
  interrupted: 130,
} as const;

export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

export function exitStatusOf({ status, findings }: Pick<ReportRecord, 'status' | 'findings'>): ExitStatus {
  return status === 'ok' && findings.every(({ severity }) => severity !== 'error') ? EXIT.ok : EXIT.doubt;
}
