/** Holds the table of folders: who may import whom, each third-party package in one folder, no cycles. */
import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = new URL('../', import.meta.url);

interface Import {
  readonly from: string;
  /** A file of the project, or the name of a package; `node:` modules are left out. */
  readonly to: string;
  readonly isPackage: boolean;
  /** Types vanish when the program runs. */
  readonly isType: boolean;
}

const FILES = ['src', 'parsers']
  .flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, ROOT), { recursive: true, encoding: 'utf8' })
      .map((file) => posix.join(folder, file.replaceAll('\\', '/')))
      .filter((file) => file.endsWith('.ts')),
  )
  .sort();

const STATEMENT = /^(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s)?'([^']+)'/gm;
const DYNAMIC = /\b(?:import|require|require\.resolve|import\.meta\.resolve)\(\s*['"]([^'"]+)['"]/g;

function importsOf(file: string): Import[] {
  const text = readFileSync(new URL(file, ROOT), 'utf8');
  const found = [
    ...[...text.matchAll(STATEMENT)].map((match) => ({ isType: match[1] !== undefined, name: match[2]! })),
    ...[...text.matchAll(DYNAMIC)].map((match) => ({ isType: false, name: match[1]! })),
  ];
  return found
    .filter(({ name }) => !isBuiltin(name))
    .map(({ name, isType }) =>
      name.startsWith('.')
        ? { from: file, to: posix.join(posix.dirname(file), name), isPackage: false, isType }
        : { from: file, to: packageOf(name), isPackage: true, isType },
    );
}

function packageOf(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}

const IMPORTS = FILES.flatMap(importsOf);
const INTERNAL = IMPORTS.filter((one) => !one.isPackage);

const isIn = (file: string, ...folders: readonly string[]) =>
  folders.some((folder) => file === folder || file.startsWith(`${folder}/`));
const shown = (imports: readonly Import[]) => imports.map(({ from, to }) => `${from} → ${to}`);

/** Imports from one folder that are not to the files and folders it may know. */
function beyond(folder: string, ...allowed: readonly string[]): string[] {
  return shown(INTERNAL.filter(({ from, to }) => isIn(from, folder) && !isIn(to, folder, ...allowed)));
}

/** Imports from one folder to those that it must not know. */
function into(folder: string, ...forbidden: readonly string[]): string[] {
  return shown(INTERNAL.filter(({ from, to }) => isIn(from, folder) && isIn(to, ...forbidden)));
}

describe('imports', () => {
  it('are found, and lead to files that exist', () => {
    expect(FILES.length).toBeGreaterThan(50);
    expect(IMPORTS.length).toBeGreaterThan(FILES.length);
    const known = (to: string) => FILES.includes(to) || to.endsWith('.json');
    expect(shown(INTERNAL.filter(({ to }) => !known(to)))).toEqual([]);
  });

  it('make no cycle', () => {
    expect(findCycle(INTERNAL.filter(({ isType }) => !isType))).toBeNull();
  });

  it('of types make none either, but between the types of one folder', () => {
    const isOneFolder = ({ from, to }: Import) => posix.dirname(from) === posix.dirname(to);
    expect(findCycle(INTERNAL.filter((one) => !(one.isType && isOneFolder(one))))).toBeNull();
  });

  it('of each third-party package stand in one folder', () => {
    const folders = new Map<string, Set<string>>();
    for (const { from, to } of IMPORTS.filter((one) => one.isPackage))
      folders.set(to, (folders.get(to) ?? new Set()).add(posix.dirname(from)));
    expect([...folders].filter(([, all]) => all.size > 1)).toEqual([]);
  });
});

describe('folders', () => {
  it('parsers/ knows the neutral document and nothing else: no package, no format, no store', () => {
    expect(beyond('parsers', 'src/document')).toEqual([]);
    expect(shown(IMPORTS.filter(({ from, isPackage }) => isIn(from, 'parsers') && isPackage))).toEqual([]);
    expect(FILES.filter((file) => isIn(file, 'parsers') && /'node:/.test(readText(file)))).toEqual([]);
  });

  it('src/document knows nothing', () => {
    expect(beyond('src/document')).toEqual([]);
    expect(shown(IMPORTS.filter(({ from, isPackage }) => isIn(from, 'src/document') && isPackage))).toEqual(
      [],
    );
  });

  it('src/ingest knows no form, no rule, no store', () => {
    expect(into('src/ingest', 'parsers', 'src/audit', 'src/store', 'src/batch', 'src/cli')).toEqual([]);
  });

  it('the folders of src/ingest do not know each other; what they share lies beside them', () => {
    const formatOf = (file: string) => /^src\/ingest\/([^/]+)\//.exec(file)?.[1];
    const crossing = INTERNAL.filter(({ from, to }) => {
      const [one, other] = [formatOf(from), formatOf(to)];
      return one !== undefined && other !== undefined && one !== other;
    });
    expect(shown(crossing)).toEqual([]);
  });

  it('src/audit knows reports only', () => {
    expect(beyond('src/audit', 'src/document', 'parsers')).toEqual([]);
  });

  it('src/parse-report.ts knows no file, no clock, no store', () => {
    expect(into('src/parse-report.ts', 'src/store', 'src/batch', 'src/cli')).toEqual([]);
    expect(readText('src/parse-report.ts')).not.toMatch(/node:(?:fs|path|os)|\bDate\b|performance/);
  });

  it('src/store knows no format and no form', () => {
    const values = INTERNAL.filter(({ isType }) => !isType);
    const crossing = values.filter(
      ({ from, to }) => isIn(from, 'src/store') && isIn(to, 'src/ingest', 'parsers/forms'),
    );
    expect(shown(crossing)).toEqual([]);
  });

  it('src/batch knows no form', () => {
    expect(into('src/batch', 'parsers/forms')).toEqual([]);
  });

  it('src/compare, export, crawl, web and cli do not know each other', () => {
    const outer = ['src/compare', 'src/export', 'src/crawl', 'src/web', 'src/cli'];
    for (const folder of outer)
      expect(into(folder, ...outer.filter((other) => other !== folder))).toEqual([]);
  });

  it('nothing but the outer folders knows them', () => {
    const outer = ['src/compare', 'src/export', 'src/crawl', 'src/web', 'src/cli'];
    for (const folder of ['src/document', 'src/ingest', 'src/audit', 'src/store', 'src/batch', 'parsers'])
      expect(into(folder, ...outer)).toEqual([]);
  });
});

describe('the search for cycles', () => {
  const edge = (from: string, to: string): Import => ({ from, to, isPackage: false, isType: false });

  it('finds one', () => {
    expect(findCycle([edge('a', 'b'), edge('b', 'c'), edge('c', 'b')])).toEqual(['b', 'c', 'b']);
    expect(findCycle([edge('a', 'b'), edge('a', 'c'), edge('b', 'c')])).toBeNull();
  });
});

function readText(file: string): string {
  return readFileSync(new URL(file, ROOT), 'utf8');
}

/** The files of one cycle, the first repeated at the end; null where there is none. */
function findCycle(imports: readonly Import[]): string[] | null {
  const next = new Map<string, string[]>();
  for (const { from, to } of imports) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): string[] | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const other of next.get(file) ?? []) {
      const cycle = walk(other, [...path, file]);
      if (cycle) return cycle;
    }
    done.add(file);
    return null;
  };
  for (const file of next.keys()) {
    const cycle = walk(file, []);
    if (cycle) return cycle;
  }
  return null;
}
