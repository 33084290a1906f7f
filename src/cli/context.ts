/** What every command is given: the outside world and the program's own facts, so that tests can stand in for them. */
import type { ReportRecord } from '../record.ts';
import type { Io } from './io.ts';
import type { Messages } from './messages/messages.ts';

export type Verify = 'auto' | 'always' | 'never';

export const VERIFY_MODES: readonly Verify[] = ['auto', 'always', 'never'];

export type ParseReport = (
  bytes: Uint8Array,
  options: { readonly path: string; readonly verify?: Verify },
) => Promise<ReportRecord>;

export interface Context {
  readonly io: Io;
  readonly messages: Messages;
  readonly parseReport: ParseReport;
  readonly version: string;
  /** Folder of the installed package, where `corpus/` lies. */
  readonly packageRoot: string;
  /** Aborted when the user asks to stop. */
  readonly signal: AbortSignal;
}

/** A command used wrongly: its message is for the user, the exit status 2. */
export class WrongUse extends Error {}
