/** The rules → the page `docs/rules.md`: the sums, the rules on cells, and what is not assessed. */
import { FAMILIES } from '../../src/audit/relations.ts';
import { CELL_RULES, UNASSESSED_RULES } from '../../src/audit/rule-catalogue.ts';
import { code, markdownTable } from './markdown.ts';

const HEAD = ['rule', 'severity', 'forms', 'must hold', 'basis', 'when it may fail all the same'];

export function rulesPage(): string {
  const sums = FAMILIES.reduce((all, family) => all + family.relations.length, 0);
  return `${[
    '# Rules',
    '<!-- Generated from src/audit by `npx tsx test/docs/build-docs.ts`; edit the code, not this page. -->',
    'What is checked in every report. A rule that fails gives a finding in the record; no figure is changed by one. Names of rows and columns are those of the [codebook](codebook.md).',
    '- **error**: it cannot be so on the official form. **warning**: usually a fault, but there are lawful cases. **info**: a lead for a person.\n- Findings of severity error make the exit status 1; the status of the report does not depend on them.',
    '## Sums and bounds',
    `${sums} relations in ${FAMILIES.length} families, kept as data in \`src/audit/relations.ts\`.`,
    '- A blank or a mark for none counts as 0 beside figures. A relation is not assessed where one of its cells is not printed, holds text or cannot be read; a sum neither where one of its sides has no figure at all.\n- `suspects` are the cells that could be wrong: of the cells in the failing relation those that stand in the fewest sums that hold, and among these those in the most that fail. A single wrong figure in table 三 stands where its row and its column cross.\n- `actual` is the left side, `expected` the right side, as the report prints them.\n- A report on the form of 2021 that prints （六）其他处理 in one row has that row in the place of the three.\n- `verdict`: `issuer` where two independent readers read all cells of the relation alike, `reader` where they differ on one of them, `undecided` where only one reader read the file or one of them lacks a cell.',
    markdownTable(
      [...HEAD, 'relations'],
      FAMILIES.map(({ rule, severity, generations, formula, basis, caveat, relations }) => [
        code(rule),
        severity,
        generations.map(code).join(' '),
        code(formula),
        basis,
        caveat,
        String(relations.length),
      ]),
    ),
    '## Cells and form',
    markdownTable(
      HEAD,
      CELL_RULES.map(({ id, severities, generations, formula, basis, caveat }) => [
        code(id),
        severities.join(', '),
        generations.map(code).join(' '),
        formula,
        basis,
        caveat,
      ]),
    ),
    '## Not assessed yet',
    'Relations of the forms and of the law (条例: 中华人民共和国政府信息公开条例, 2019) that nothing checks: a report without findings may break them.',
    markdownTable(
      ['rule', 'must hold', 'why it is not assessed'],
      UNASSESSED_RULES.map(({ id, formula, reason }) => [code(id), formula, reason]),
    ),
  ].join('\n\n')}\n`;
}
