/** Every text that the command line prints, by key; one table a language holds them all. */
import type { OrganKind, OrganLevel, SectionKey } from '../../../parsers/report.ts';
import type { Verdict } from '../../audit/finding.ts';
import type { Severity } from '../../document/diagnostic.ts';
import type { Status } from '../../record.ts';
import type { StoreErrorCode } from '../../store/store-error.ts';
import type { Language } from '../language.ts';

export interface Messages {
  readonly language: Language;
  readonly help: HelpTexts;
  /** By the codes of commander, with the argument concerned and its proposal, both possibly empty. */
  readonly usage: Readonly<Record<string, (argument: string) => string>>;
  readonly didYouMean: (proposal: string) => string;
  readonly seeHelp: string;
  readonly store: Readonly<Record<StoreErrorCode, string>>;
  readonly badYear: string;
  readonly unknownReport: (idOrPath: string) => string;
  readonly defect: (path: string) => string;
  readonly status: Readonly<Record<Status, string>>;
  readonly severity: Readonly<Record<Severity, string>>;
  readonly verdict: Readonly<Record<Verdict, string>>;
  readonly organKind: Readonly<Record<OrganKind, string>>;
  readonly organLevel: Readonly<Record<OrganLevel, string>>;
  readonly section: Readonly<Record<SectionKey, string>>;
  readonly page: PageTexts;
  readonly batch: BatchTexts;
  readonly list: ListTexts;
  readonly demo: DemoTexts;
}

interface HelpTexts {
  readonly titles: Readonly<Record<string, string>>;
  readonly program: string;
  readonly parse: string;
  readonly ingest: string;
  readonly list: string;
  readonly show: string;
  readonly demo: string;
  readonly file: string;
  readonly path: string;
  readonly idOrPath: string;
  readonly version: string;
  readonly helpOption: string;
  readonly json: string;
  readonly lang: string;
  readonly verify: string;
  readonly db: string;
  readonly year: string;
  readonly issuer: string;
  readonly statusFilter: string;
  readonly format: string;
}

interface PageTexts {
  readonly untitled: string;
  readonly issuer: string;
  readonly year: string;
  readonly form: string;
  readonly period: string;
  readonly published: string;
  readonly source: string;
  readonly status: string;
  readonly sections: string;
  readonly notes: string;
  readonly otherFigures: string;
  readonly extras: string;
  readonly claims: string;
  readonly legend: string;
  readonly bytes: (count: number) => string;
  readonly readBy: (readers: string) => string;
  readonly characters: (count: number) => string;
  readonly expectedActual: (expected: string, actual: string) => string;
  readonly page: (page: number) => string;
  readonly gridPlace: (row: number, col: number) => string;
  readonly paragraph: (block: number) => string;
  readonly more: (count: number) => string;
  readonly unit: (unit: string) => string;
}

interface BatchTexts {
  readonly loop: (path: string) => string;
  readonly progress: (done: number, total: number, failed: number) => string;
  readonly totals: (files: number, written: number, unchanged: number) => string;
  readonly outcome: (ok: number, partial: number, failed: number) => string;
  readonly withErrors: (count: number) => string;
  readonly defects: (count: number) => string;
  readonly interrupted: string;
  readonly database: (path: string) => string;
}

interface ListTexts {
  readonly head: readonly [
    id: string,
    status: string,
    year: string,
    issuer: string,
    format: string,
    facts: string,
    errors: string,
    path: string,
  ];
  readonly none: string;
  readonly alsoAt: (count: number) => string;
}

interface DemoTexts {
  readonly noCorpus: (folder: string) => string;
  readonly title: (reports: number) => string;
  readonly byFormatAndYear: string;
  readonly noYear: string;
  readonly total: string;
  readonly figures: (figures: number, facts: number) => string;
  readonly findings: string;
  readonly noFindings: string;
  readonly failures: string;
  readonly next: string;
}
