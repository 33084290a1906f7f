import { describe, expect, test } from 'vitest';
import { factsOf } from '../../parsers/forms/form.ts';
import { FORMS, formOf } from '../../parsers/forms/forms.ts';
import type { Fact, Generation, ReadReport } from '../../parsers/report.ts';
import { checkCells } from '../../src/audit/check-cells.ts';
import { FAMILIES } from '../../src/audit/relations.ts';
import { CELL_RULES, UNASSESSED_RULES } from '../../src/audit/rule-catalogue.ts';
import { dottedLiterals } from './source-literals.ts';

const AREAS = /^(?:form|statistics|proactive|applications|remedies)\./;
const families = FAMILIES.map(({ rule }) => rule);
const cells = CELL_RULES.map(({ id }) => id);

describe('the catalogue of rules', () => {
  test('names every rule that the code names, and no other', async () => {
    const source = await dottedLiterals(['src/audit'], (path) => path.endsWith('/rule-catalogue.ts'));
    const named = [...source.literals].filter((rule) => AREAS.test(rule));
    const catalogue = [...families, ...cells];
    expect(named.filter((rule) => !catalogue.includes(rule))).toEqual([]);
    const isNamed = (rule: string) =>
      named.includes(rule) || source.templates.some((template) => template.test(rule));
    expect(catalogue.filter((rule) => !isNamed(rule))).toEqual([]);
    expect(source.templates.filter((template) => !catalogue.some((rule) => template.test(rule)))).toEqual([]);
  });

  test('names a rule once, be it assessed or not', () => {
    const all = [...families, ...cells, ...UNASSESSED_RULES.map(({ id }) => id)];
    expect(all.filter((rule, at) => all.indexOf(rule) !== at)).toEqual([]);
  });

  test('says the forms and severities of the findings on cells', () => {
    for (const { id, severities, generations } of CELL_RULES) {
      const found = FORMS.map((form) => form.id).flatMap((generation) =>
        findingsOf(generation)
          .filter(({ rule }) => rule === id)
          .map(({ severity }) => ({ generation, severity })),
      );
      expect(new Set(found.map(({ severity }) => severity)), id).toEqual(new Set(severities));
      expect(new Set(found.map(({ generation }) => generation)), id).toEqual(new Set(generations));
    }
  });
});

/** Findings of reports that do wrong what can be done wrong, one way after the other. */
function findingsOf(generation: Generation) {
  return [halfEmpty, decimals, suitsOnly].flatMap((make) => checkCells(make(generation)));
}

/** A later form in an early year, or the reverse; every other fact not printed, totals empty over figures. */
function halfEmpty(generation: Generation): ReadReport {
  const facts = printedFacts(generation, (id, at) => {
    if (at % 3 === 1 && !id.endsWith('.total')) return undefined;
    return id.endsWith('.total') || at % 3 === 2 ? BLANK : figure(1);
  });
  const label = { row: 'granted', printed: '（一）公开', official: '（一）予以公开', place: {} };
  const alteredLabels = formOf(generation)!
    .tables.filter(({ id }) => id !== 'remedies')
    .map(({ id }) => ({ table: id, ...label }));
  return { ...report(generation, facts, generation === 'g2019' ? 2023 : 2019), alteredLabels };
}

function decimals(generation: Generation): ReadReport {
  return report(
    generation,
    printedFacts(generation, (id) => (id.endsWith('_amount') ? figure(0) : figure(1.5))),
    2024,
  );
}

/** Suits without applications, procurement and training of 0: what needs one thing has it without the other. */
function suitsOnly(generation: Generation): ReadReport {
  return report(
    generation,
    printedFacts(generation, (id) => figure(/^remedies\.|\.trainees$/.test(id) ? 2 : 0)),
    2024,
  );
}

const BLANK: Fact = { value: null, state: 'blank', raw: '', place: {} };

function figure(value: number): Fact {
  return { value, state: 'number', raw: String(value), place: {} };
}

function printedFacts(
  generation: Generation,
  fact: (id: string, at: number) => Fact | undefined,
): Record<string, Fact> {
  const form = formOf(generation)!;
  const printed = factsOf(form).flatMap(({ id }, at) => {
    const made = fact(id, at);
    return made ? [[id, made] as const] : [];
  });
  return Object.fromEntries(printed);
}

function report(generation: Generation, facts: Record<string, Fact>, year: number): ReadReport {
  return {
    report: {
      title: null,
      year,
      issuer: { name: null, kind: null, level: null, division: null },
      period: { from: null, to: null },
      published: null,
      generation,
    },
    sections: [],
    facts,
    extras: [],
    claims: [],
    alteredLabels: [],
    diagnostics: [],
  };
}
