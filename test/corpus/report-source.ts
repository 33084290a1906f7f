/**
 * One drawn report as blocks in reading order: a plan in, blocks out, with the figures before and after
 * faults were planted. Knows nothing of file formats.
 */
import { type FaultKind, type Planted, plantFault } from './faults.ts';
import { drawFigures, drawProactive, type Figures, type Scale } from './figures.ts';
import type { Form } from './form-tables.ts';
import { type Grid, label, type SourceBlock, stack, widen } from './grid.ts';
import { blankAt, type Printer, plain } from './printing.ts';
import { drawProse } from './prose.ts';
import { randomFrom } from './random.ts';
import { applicationsGrid, proactiveGrid, remediesGrid, type TableLayout } from './tables.ts';

export interface Issuer {
  readonly name: string;
  readonly self: string;
  readonly isGovernment: boolean;
  /** GB/T 2260 where the place is real, else null: the places of the corpus are invented. */
  readonly division: string | null;
}

/** How the title names issuer and year. */
type TitleStyle = 'issuer-year' | 'year-issuer' | 'two-lines' | 'no-issuer' | 'doubled';

export interface ReportPlan {
  readonly seed: string;
  readonly form: Form | 'mixed';
  readonly year: number;
  readonly issuer: Issuer;
  readonly scale: Scale;
  readonly title?: TitleStyle;
  /** ISO date under the signature. */
  readonly signed?: string;
  /** Made anew for each report: printers may take turns. */
  readonly print?: () => Printer;
  readonly tables?: TableLayout;
  readonly fault?: FaultKind;
  /** All three tables as one, with the headings of sections three and four as rows of it. */
  readonly oneTable?: boolean;
  /** Replaces the second table by pieces. */
  readonly cutApplications?: (grid: Grid) => readonly Grid[];
  readonly headings?: readonly string[];
}

export interface ReportSource {
  readonly plan: ReportPlan;
  readonly title: string;
  readonly blocks: readonly SourceBlock[];
  /** As drawn, before any fault. */
  readonly drawn: Figures;
  readonly planted: readonly Planted[];
}

const HEADINGS: readonly string[] = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
];

export function drawReport(plan: ReportPlan): ReportSource {
  const random = randomFrom(plan.seed);
  const layout: TableLayout = {
    ...plan.tables,
    singleOther: plan.form === 'g2019' || (plan.tables?.singleOther ?? false),
  };
  const drawn = drawAll(plan, layout.singleOther ?? false);
  const context = {
    form: plan.form === 'g2019' ? 'g2019' : 'g2021',
    singleOther: layout.singleOther ?? false,
    random,
  } as const;
  const faulty = plan.fault ? plantFault(plan.fault, drawn, context) : undefined;
  const figures = faulty?.figures ?? drawn;
  const printer = (plan.print ?? (() => plain))();
  const blanks = new Set(plan.fault === 'blank-totals' ? faulty?.planted.facts : []);
  const print = blankAt(blanks, printer);
  const titleLines = titleOf(plan);
  const prose = drawProse(
    {
      ...plan.issuer,
      issuer: plan.issuer.name,
      year: plan.year,
      figures: drawn,
    },
    random,
  );
  const heading = (index: number): SourceBlock => ({
    kind: 'heading',
    level: 1,
    text: (plan.headings ?? HEADINGS)[index]!,
  });
  const text = (line: string): SourceBlock => ({ kind: 'paragraph', text: line });
  const blocks: SourceBlock[] = [
    ...titleLines.map((line): SourceBlock => ({ kind: 'title', text: line })),
    text(prose.intro),
    heading(0),
    ...prose.overview.flatMap((part): SourceBlock[] => [
      { kind: 'heading', level: 2, text: part.heading },
      text(part.text),
    ]),
    heading(1),
    ...tableBlocks(plan, layout, figures, print, heading),
    heading(4),
    ...prose.problems.map(text),
    heading(5),
    ...prose.other.map(text),
    ...signature(plan),
  ];
  return { plan, title: titleLines.join(''), blocks, drawn, planted: faulty ? [faulty.planted] : [] };
}

/** Figures have their own generator, so that a change of wording leaves them alone. */
function drawAll(plan: ReportPlan, singleOther: boolean): Figures {
  const random = randomFrom(`${plan.seed}/figures`);
  if (plan.form !== 'mixed') return drawFigures(plan.form, plan.scale, singleOther, random);
  return {
    ...drawProactive('g2019', plan.scale, random),
    ...drawFigures('g2021', plan.scale, singleOther, random),
  };
}

const TITLES: Readonly<Record<TitleStyle, (issuer: string, year: number) => readonly string[]>> = {
  'issuer-year': (issuer, year) => [`${issuer}${year}年政府信息公开工作年度报告`],
  'year-issuer': (issuer, year) => [`${year}年${issuer}政府信息公开工作年度报告`],
  'two-lines': (issuer, year) => [issuer, `${year}年政府信息公开工作年度报告`],
  'no-issuer': (_issuer, year) => [`${year}年政府信息公开工作年度报告`],
  doubled: (issuer, year) => [`${issuer}${year}年度政府信息公开工作年度报告`],
};

function titleOf(plan: ReportPlan): readonly string[] {
  return TITLES[plan.title ?? 'issuer-year'](plan.issuer.name, plan.year);
}

function tableBlocks(
  plan: ReportPlan,
  layout: TableLayout,
  figures: Figures,
  print: Printer,
  heading: (index: number) => SourceBlock,
): readonly SourceBlock[] {
  const proactive = proactiveGrid(plan.form, figures, print, layout);
  const applications = applicationsGrid(figures, print, layout);
  const remedies = remediesGrid(figures, print);
  const table = (grid: Grid): SourceBlock => ({ kind: 'table', grid });
  if (plan.oneTable) return [table(joined(proactive, applications, remedies, [heading(2), heading(3)]))];
  const pieces = plan.cutApplications?.(applications) ?? [applications];
  // An empty paragraph between two pieces: without it a word processor joins them again.
  const cut = pieces.flatMap((piece, index) => [
    ...(index > 0 ? [{ kind: 'paragraph', text: '' } as const] : []),
    table(piece),
  ]);
  return [table(proactive), heading(2), ...cut, heading(3), table(remedies)];
}

/** 30 columns: the least that 10 and 15 columns divide. */
function joined(proactive: Grid, applications: Grid, remedies: Grid, headings: readonly SourceBlock[]): Grid {
  const [third, fourth] = headings.map((block) => {
    const cell = label('text' in block ? block.text : '', 1, 30);
    return { cols: 30, widths: [], rows: [[cell]] } as Grid;
  });
  return stack([
    widen(proactive, [9, 7, 7, 7]),
    third!,
    widen(applications, new Array<number>(10).fill(3)),
    fourth!,
    widen(remedies, new Array<number>(15).fill(2)),
  ]);
}

function signature(plan: ReportPlan): readonly SourceBlock[] {
  if (!plan.signed) return [];
  const [year, month, day] = plan.signed.split('-').map(Number);
  return [
    { kind: 'signature', text: plan.issuer.name },
    { kind: 'signature', text: `${year}年${month}月${day}日` },
  ];
}
