/**
 * The HTML that mammoth writes (well-formed, a dozen elements) → blocks. Not for HTML of any other
 * origin: see `ingest/html`.
 */
import type { Block } from '../../document/document.ts';
import { wholeNumber } from './attributes.ts';
import { MAX_SPAN } from './body-state.ts';
import { type SpannedCell, spannedRowsToTable } from './html-table.ts';
import { type Attributes, readXmlText } from './xml-events.ts';

interface OpenTable {
  readonly rows: SpannedCell[][];
  readonly nested: Block[];
}

interface Flow {
  readonly blocks: Block[];
  text: string;
  heading: number;
  /** Of the cell that this flow fills; none for the body. */
  readonly span: Omit<SpannedCell, 'text'> | undefined;
}

interface State {
  flow: Flow;
  readonly flows: Flow[];
  readonly tables: OpenTable[];
}

interface ElementReader {
  readonly open?: (state: State, attributes: Attributes) => void;
  readonly close?: (state: State) => void;
}

/** A note's mark and a note's text: both stand aside from the running text. */
const NOTE_ID = /^(foot|end)note-/;

export function mammothHtmlToBlocks(html: string): Block[] {
  const state: State = { flow: newFlow(undefined), flows: [], tables: [] };
  let skipped = 0;
  readXmlText('the HTML by mammoth', `<body>${html}</body>`, {
    open(name, attributes) {
      if (skipped > 0 || NOTE_ID.test(attributes.id ?? '')) skipped += 1;
      else elements.get(name)?.open?.(state, attributes);
    },
    close(name) {
      if (skipped > 0) skipped -= 1;
      else elements.get(name)?.close?.(state);
    },
    text(text) {
      if (skipped === 0) state.flow.text += text;
    },
  });
  endParagraph(state.flow);
  return state.flow.blocks;
}

function newFlow(span: Flow['span']): Flow {
  return { blocks: [], text: '', heading: 0, span };
}

function endParagraph(flow: Flow): void {
  const { text, heading } = flow;
  if (text.trim() !== '')
    flow.blocks.push({ kind: 'paragraph', text, ...(heading > 0 ? { heading } : undefined) });
  flow.text = '';
  flow.heading = 0;
}

const paragraph: ElementReader = {
  open: ({ flow }) => endParagraph(flow),
  close: ({ flow }) => endParagraph(flow),
};

function heading(level: number): ElementReader {
  return {
    open({ flow }) {
      endParagraph(flow);
      flow.heading = level;
    },
    close: ({ flow }) => endParagraph(flow),
  };
}

const cell: ElementReader = {
  open(state, attributes) {
    state.flows.push(state.flow);
    state.flow = newFlow({ rowSpan: spanOf(attributes.rowspan), colSpan: spanOf(attributes.colspan) });
  },
  close(state) {
    const { flow } = state;
    endParagraph(flow);
    state.flow = state.flows.pop() ?? flow;
    const table = state.tables.at(-1);
    const lines: string[] = [];
    for (const block of flow.blocks) {
      if (block.kind === 'paragraph') lines.push(block.text);
      else table?.nested.push(block);
    }
    const { rowSpan, colSpan } = flow.span ?? { rowSpan: 1, colSpan: 1 };
    table?.rows.at(-1)?.push({ text: lines.join('\n'), rowSpan, colSpan });
  },
};

function spanOf(value: string | undefined): number {
  return Math.min(Math.max(wholeNumber(value) ?? 1, 1), MAX_SPAN);
}

const elements: ReadonlyMap<string, ElementReader> = new Map<string, ElementReader>([
  ['p', paragraph],
  ['li', paragraph],
  ['ul', paragraph],
  ['ol', paragraph],
  ...[1, 2, 3, 4, 5, 6].map((level) => [`h${level}`, heading(level)] as const),
  [
    'br',
    {
      open({ flow }) {
        flow.text += '\n';
      },
    },
  ],
  [
    'table',
    {
      open(state) {
        endParagraph(state.flow);
        state.tables.push({ rows: [], nested: [] });
      },
      close(state) {
        const table = state.tables.pop();
        if (table === undefined) return;
        state.flow.blocks.push(spannedRowsToTable(table.rows), ...table.nested);
      },
    },
  ],
  ['tr', { open: ({ tables }) => void tables.at(-1)?.rows.push([]) }],
  ['td', cell],
  ['th', cell],
]);
