/**
 * The truth of a case: what a careful person reads on the page, the issuer's errors included. Made from
 * the cells that carry the drawn figures, never by reading the file.
 */
import type { Planted } from './faults.ts';
import type { SourceBlock } from './grid.ts';
import type { ReportSource } from './report-source.ts';

export type TruthFormat = 'docx' | 'html' | 'pdf' | 'txt' | 'doc';
type TruthStatus = 'ok' | 'partial' | 'failed';

interface TruthFact {
  readonly value: number | null;
  readonly state: 'number' | 'blank' | 'dash';
}

export interface Truth {
  readonly case: string;
  readonly expect: 'report' | 'failed';
  /** Null where no format can be told from the bytes. */
  readonly format: TruthFormat | null;
  readonly generation: 'g2019' | 'g2021' | null;
  readonly year: number | null;
  readonly issuer: string | null;
  /** Code of the division, six digits; null where the place is invented. */
  readonly division: string | null;
  /** Lines of the title joined; white space within does not count. */
  readonly title: string | null;
  readonly published: string | null;
  readonly period: { readonly from: string | null; readonly to: string | null };
  /** Any of these is right. */
  readonly status: readonly TruthStatus[];
  readonly facts: Readonly<Record<string, TruthFact>>;
  readonly planted: readonly Planted[];
  /** Rules that may speak up with severity error though nothing was planted. */
  readonly mayFlag: readonly string[];
  readonly hazards: readonly string[];
  readonly why?: string;
}

/** What the container adds: a portal's metadata may state a date that the text does not. */
export interface TruthOptions {
  readonly format: TruthFormat;
  readonly published?: string;
  readonly hazards?: readonly string[];
  readonly mayFlag?: readonly string[];
}

export function truthOf(name: string, source: ReportSource, options: TruthOptions): Truth {
  const { plan } = source;
  const facts = withFigureInHeader(factsOf(source.blocks), plan.tables?.labels?.fee_amount);
  const complete = Object.values(facts).every((fact) => fact.state === 'number');
  // A cell left empty is read as it stands; whether a report with gaps is whole is for the program to say.
  const whole = complete && !plan.tables?.singleOther && plan.form !== 'mixed';
  return {
    case: name,
    expect: 'report',
    format: options.format,
    generation: plan.form === 'g2019' ? 'g2019' : 'g2021',
    year: plan.year,
    issuer: plan.issuer.name,
    division: plan.issuer.division,
    title: source.title,
    published: options.published ?? plan.signed ?? null,
    period: { from: `${plan.year}-01-01`, to: `${plan.year}-12-31` },
    status: whole ? ['ok'] : ['ok', 'partial'],
    facts,
    planted: source.planted,
    mayFlag: options.mayFlag ?? [],
    hazards: options.hazards ?? [],
  };
}

/** （单位：0万元） above an empty cell states the figure of that cell. */
function withFigureInHeader(facts: Record<string, TruthFact>, header = ''): Record<string, TruthFact> {
  const id = 'proactive.admin_fees.fee_amount';
  const typed = /单位：([\d.]+)万元/.exec(header);
  if (!typed || facts[id]?.state !== 'blank') return facts;
  return { ...facts, [id]: { value: Number(typed[1]), state: 'number' } };
}

/** The truth of a file that is no report, and why. */
export function failureOf(name: string, format: TruthFormat | null, why: string): Truth {
  return {
    case: name,
    expect: 'failed',
    format,
    generation: null,
    year: null,
    issuer: null,
    division: null,
    title: null,
    published: null,
    period: { from: null, to: null },
    status: ['failed'],
    facts: {},
    planted: [],
    mayFlag: [],
    hazards: [],
    why,
  };
}

/** Every fact that the blocks print. Throws where one is printed twice. */
function factsOf(blocks: readonly SourceBlock[]): Readonly<Record<string, TruthFact>> {
  const facts: Record<string, TruthFact> = {};
  const cells = blocks.flatMap((block) => (block.kind === 'table' ? block.grid.rows.flat() : []));
  for (const { fact } of cells) {
    if (!fact) continue;
    if (facts[fact.id]) throw new Error(`${fact.id} is printed twice`);
    facts[fact.id] = { value: fact.value, state: fact.state };
  }
  return facts;
}
