/**
 * Draws the figures of one report: a form, a scale and a generator in, a value for each fact of the form
 * out, so that every sum of the form holds. Faults are planted later, never here.
 */
import {
  APPLICANTS,
  type Form,
  PROACTIVE,
  REMEDY_BLOCKS,
  REMEDY_COLUMNS,
  resultRows,
} from './form-tables.ts';
import type { Random } from './random.ts';

/** Value by fact id. */
export type Figures = Readonly<Record<string, number>>;

/** How much the organ has to report: applications a year, decisions a year, documents in force. */
export interface Scale {
  readonly applications: number;
  readonly decisions: number;
  readonly documents: number;
  readonly remedies: number;
}

export const SCALES = {
  zero: { applications: 0, decisions: 0, documents: 0, remedies: 0 },
  small: { applications: 14, decisions: 40, documents: 6, remedies: 2 },
  middle: { applications: 260, decisions: 5200, documents: 45, remedies: 14 },
  large: { applications: 6400, decisions: 486_000, documents: 620, remedies: 210 },
} as const satisfies Record<string, Scale>;

/** Figures of tables two to four. `singleOther`: （六）其他处理 is one row (always so on the form of 2019). */
export function drawFigures(form: Form, scale: Scale, singleOther: boolean, random: Random): Figures {
  return {
    ...drawProactive(form, scale, random),
    ...drawApplications(scale, form === 'g2019' || singleOther, random),
    ...drawRemedies(scale, random),
  };
}

/** Table two. Used alone for a report that mixes the blocks of both forms. */
export function drawProactive(form: Form, scale: Scale, random: Random): Figures {
  const figures: Record<string, number> = {};
  for (const block of PROACTIVE[form]) {
    for (const row of block.rows) {
      for (const column of block.columns) {
        figures[`proactive.${row.id}.${column.id}`] = drawCell(row.id, column.id, scale, random);
      }
    }
  }
  settleStock(figures, random);
  return figures;
}

function drawCell(row: string, column: string, scale: Scale, random: Random): number {
  // Only provinces and cities with districts make rules (立法法 arts. 91, 93): the others report zero.
  if (row === 'rules') return scale.documents > SCALES.middle.documents ? random.int(0, 9) : 0;
  switch (column) {
    case 'decisions':
      return random.int(0, scale.decisions);
    case 'change':
      return random.int(-Math.ceil(scale.documents / 9), Math.ceil(scale.documents / 7));
    case 'prev_items':
      return scale.documents === 0 ? 0 : random.int(Math.ceil(scale.documents / 2), scale.documents * 3);
    case 'fee_amount':
      return random.int(0, scale.decisions * 40) / 100;
    case 'procurement_projects':
      return scale.documents === 0 ? 0 : random.int(1, scale.documents);
    case 'procurement_amount':
      return scale.documents === 0 ? 0 : random.int(2, scale.documents * 9) * 10_500;
    default:
      return random.int(0, scale.documents);
  }
}

/** What is in force is at least what was made and not repealed; what is open in all at least what was opened this year. */
function settleStock(figures: Record<string, number>, random: Random): void {
  for (const row of ['rules', 'normative_docs']) {
    const id = `proactive.${row}`;
    const least =
      `${id}.made` in figures
        ? { fact: `${id}.in_force`, value: figures[`${id}.made`]! - figures[`${id}.repealed`]! }
        : { fact: `${id}.disclosed_total`, value: figures[`${id}.newly_disclosed`]! };
    figures[least.fact] =
      Math.max(figures[least.fact]!, least.value) + (least.value > 0 ? random.int(0, 30) : 0);
  }
}

/** Natural persons file most applications; each kind of legal person a small part. */
const SHARES: Readonly<Record<string, number>> = {
  natural_person: 0.86,
  enterprise: 0.07,
  research_institute: 0.01,
  public_interest_org: 0.01,
  legal_service: 0.03,
  other_org: 0.02,
};

function drawApplications(scale: Scale, singleOther: boolean, random: Random): Figures {
  const figures: Record<string, number> = {};
  const results = resultRows(singleOther);
  const rows = ['new_received', 'carried_over', ...results, 'processed_total', 'carried_forward'];
  for (const row of rows) figures[`applications.${row}.total`] = 0;
  for (const applicant of APPLICANTS) {
    const column = drawColumn(Math.round(scale.applications * SHARES[applicant]!), results, random);
    for (const row of rows) {
      figures[`applications.${row}.${applicant}`] = column[row]!;
      figures[`applications.${row}.total`]! += column[row]!;
    }
  }
  return figures;
}

/** One column: received and carried over are handed out one by one to a result or to the next year. */
function drawColumn(mean: number, results: readonly string[], random: Random): Record<string, number> {
  const column: Record<string, number> = Object.fromEntries(results.map((row) => [row, 0]));
  column.new_received = mean === 0 ? 0 : random.int(Math.ceil(mean * 0.7), Math.ceil(mean * 1.3));
  column.carried_over = random.int(0, Math.ceil(mean * 0.08));
  column.carried_forward = random.int(0, Math.floor(column.new_received * 0.1));
  const handled = column.new_received + column.carried_over - column.carried_forward;
  column.processed_total = handled;
  const granted = Math.floor(handled * 0.4);
  column.granted = granted;
  for (let left = handled - granted; left > 0; left--) column[random.pick(results)]! += 1;
  return column;
}

function drawRemedies(scale: Scale, random: Random): Figures {
  const figures: Record<string, number> = {};
  for (const block of REMEDY_BLOCKS) {
    let total = 0;
    for (const column of REMEDY_COLUMNS) {
      const value = column.id === 'total' ? total : random.int(0, scale.remedies);
      figures[`remedies.${block.id}.${column.id}`] = value;
      total += value;
    }
  }
  return figures;
}
