/** The form that a report printed, told by the facts that only one form has; where they leave it open, by the year. */
import { factsOf } from '../forms/form.ts';
import { FORMS } from '../forms/forms.ts';
import type { Fact, Generation } from '../report.ts';

/** （六）其他处理 as one row is the form of 2019, but some reports on the form of 2021 print it so too. */
const NO_EVIDENCE = /^applications\.other\./;

export function tellGeneration(
  facts: Readonly<Record<string, Fact>>,
  year: number | null,
): Generation | null {
  const ids = Object.keys(facts);
  if (ids.length === 0) return null;
  const counts = FORMS.map((form) => ({
    form,
    own: ids.filter((id) => EXCLUSIVE.get(form.id)!.has(id)).length,
  }));
  const [first, second] = [...counts].sort((a, b) => b.own - a.own);
  if (first && first.own > (second?.own ?? 0)) return first.form.id;
  return (
    FORMS.find(({ years: [from, to] }) => year !== null && year >= from && (to === null || year <= to))?.id ??
    null
  );
}

const EXCLUSIVE = new Map(
  FORMS.map((form) => {
    const others = new Set(
      FORMS.filter((other) => other !== form).flatMap((other) => factsOf(other).map((fact) => fact.id)),
    );
    const own = factsOf(form).map((fact) => fact.id);
    return [form.id, new Set(own.filter((id) => !others.has(id) && !NO_EVIDENCE.test(id)))] as const;
  }),
);
