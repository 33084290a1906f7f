/**
 * Plants a fault as an issuer makes it: figures in, the figures to print and a note of the fault out, with
 * the rules that may name it and the facts concerned.
 */
import type { Figures } from './figures.ts';
import { APPLICANTS, type Form, REMEDY_BLOCKS, resultRows } from './form-tables.ts';
import type { Random } from './random.ts';

export type FaultKind =
  | 'wrong-leaf'
  | 'wrong-total'
  | 'transposed'
  | 'balance'
  | 'remedies-total'
  | 'blank-totals'
  | 'stock-bound'
  | 'negative-items'
  | 'stale-form';

export interface Planted {
  readonly kind: FaultKind;
  /** Any one of these may name it. */
  readonly rules: readonly string[];
  /** Empty where the fault is in the form, not in a figure. */
  readonly facts: readonly string[];
}

export interface Faulty {
  readonly figures: Figures;
  readonly planted: Planted;
}

/** `singleOther` as in `drawFigures`: it decides which rows there are to spoil. */
export interface FaultContext {
  readonly form: Form;
  readonly singleOther: boolean;
  readonly random: Random;
}

/** Planting the same kind in the same figures with the same generator gives the same fault. */
export function plantFault(kind: FaultKind, figures: Figures, context: FaultContext): Faulty {
  return FAULTS[kind](figures, context);
}

type Planter = (figures: Figures, context: FaultContext) => Faulty;

const SUM_RULES = ['applications.row-sum', 'applications.result-sum', 'applications.balance'];

const FAULTS: Readonly<Record<FaultKind, Planter>> = {
  'wrong-leaf': (figures, context) => {
    const fact = `applications.${context.random.pick(leaves(context))}.${context.random.pick(APPLICANTS)}`;
    return changed('wrong-leaf', figures, { [fact]: figures[fact]! + context.random.int(1, 4) }, SUM_RULES);
  },
  'wrong-total': (figures, context) => {
    const fact = `applications.${context.random.pick(leaves(context))}.total`;
    return changed('wrong-total', figures, { [fact]: figures[fact]! + context.random.int(1, 9) }, SUM_RULES);
  },
  transposed: (figures, context) => {
    const swappable = leaves(context)
      .flatMap((row) => [...APPLICANTS, 'total'].map((column) => `applications.${row}.${column}`))
      .filter((fact) => swapDigits(figures[fact]!) !== figures[fact]);
    const fact = context.random.pick(swappable);
    return changed('transposed', figures, { [fact]: swapDigits(figures[fact]!) }, SUM_RULES);
  },
  balance: (figures, context) => {
    const more = context.random.int(1, 6);
    const facts = ['applications.carried_forward.natural_person', 'applications.carried_forward.total'];
    const raised = Object.fromEntries(facts.map((fact) => [fact, figures[fact]! + more]));
    return changed('balance', figures, raised, ['applications.balance']);
  },
  'remedies-total': (figures, context) => {
    const fact = `remedies.${context.random.pick(REMEDY_BLOCKS).id}.total`;
    return changed('remedies-total', figures, { [fact]: figures[fact]! + context.random.int(1, 3) }, [
      'remedies.sum',
    ]);
  },
  // The figures stay: the printer leaves the cells of these facts empty.
  'blank-totals': (figures, context) => ({
    figures,
    planted: {
      kind: 'blank-totals',
      rules: ['applications.blank'],
      facts: leaves(context).map((row) => `applications.${row}.total`),
    },
  }),
  'stock-bound': (figures, context) => {
    const made = figures['proactive.normative_docs.repealed']! + context.random.int(5, 12);
    const changes = {
      'proactive.normative_docs.made': made,
      'proactive.normative_docs.in_force': context.random.int(0, 3),
    };
    return changed('stock-bound', figures, changes, ['proactive.stock-bound']);
  },
  'negative-items': (figures, context) => {
    const before = context.random.int(2, 9);
    const changes = {
      'proactive.penalty.prev_items': before,
      'proactive.penalty.change': -before - context.random.int(1, 5),
    };
    return changed('negative-items', figures, changes, ['proactive.items-non-negative']);
  },
  'stale-form': (figures) => ({
    figures,
    planted: { kind: 'stale-form', rules: ['form.generation'], facts: [] },
  }),
};

function leaves(context: FaultContext): readonly string[] {
  return resultRows(context.form === 'g2019' || context.singleOther);
}

function changed(
  kind: FaultKind,
  figures: Figures,
  changes: Readonly<Record<string, number>>,
  rules: readonly string[],
): Faulty {
  return { figures: { ...figures, ...changes }, planted: { kind, rules, facts: Object.keys(changes) } };
}

/** Swaps the last two digits: the slip of the hand that no length check sees. */
function swapDigits(value: number): number {
  const digits = String(value);
  if (digits.length < 2) return value;
  return Number(digits.slice(0, -2) + digits.at(-1) + digits.at(-2));
}
