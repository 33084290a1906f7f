/**
 * JSON for files that people compare: each member of the top level's objects and lists on a line of its
 * own, all below it compact. One changed figure is one changed line.
 */

export function toDiffableJson(value: object): string {
  const members = Object.entries(value).map(([key, member]) => `  ${JSON.stringify(key)}: ${spread(member)}`);
  return `{\n${members.join(',\n')}\n}\n`;
}

function spread(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value))
    return enclosed(
      '[',
      value.map((item) => JSON.stringify(item)),
      ']',
    );
  return enclosed(
    '{',
    Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${JSON.stringify(item)}`),
    '}',
  );
}

function enclosed(open: string, lines: readonly string[], close: string): string {
  if (lines.length === 0) return open + close;
  return `${open}\n${lines.map((line) => `    ${line}`).join(',\n')}\n  ${close}`;
}
