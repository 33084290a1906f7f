/** PDF files written by hand: pages of content operators with one Chinese font that is not embedded. */

export interface TinyPage {
  /** Content operators; texts by `show`. */
  readonly content: string;
  /** Further entries of the page's dictionary, such as `/Rotate 90`. */
  readonly entries?: string;
}

/** Operators that show a text in Chinese characters, its baseline beginning at (x, y), y up. */
export function show(x: number, y: number, characters: string, size = 10): string {
  const hex = [...characters].map((char) => char.charCodeAt(0).toString(16).padStart(4, '0')).join('');
  return `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${hex}> Tj ET\n`;
}

/** The same with a text matrix, for turned text. */
export function showTurned(matrix: string, characters: string, size = 10): string {
  const hex = [...characters].map((char) => char.charCodeAt(0).toString(16).padStart(4, '0')).join('');
  return `BT /F1 ${size} Tf ${matrix} Tm <${hex}> Tj ET\n`;
}

/** Stroked lines, each x0 y0 x1 y1. */
export function strokes(lines: readonly (readonly [number, number, number, number])[]): string {
  return lines.map(([x0, y0, x1, y1]) => `${x0} ${y0} m ${x1} ${y1} l S\n`).join('');
}

export function tinyPdf(pages: readonly TinyPage[], trailer = '', title = ''): Uint8Array {
  const objects: string[] = [];
  const add = (body: string) => objects.push(body);
  const first = 7;
  const kids = pages.map((_, i) => `${first + 2 * i} 0 R`).join(' ');
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} /MediaBox [0 0 400 300] >>`);
  add(
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
  );
  add(
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) ' +
      '/Ordering (GB1) /Supplement 2 >> /FontDescriptor 5 0 R /DW 1000 /W [1 95 500] >>',
  );
  add(
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 ' +
      '/Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  );
  add(`<< /Title (${title}) >>`);
  pages.forEach(({ content, entries = '' }, i) => {
    const resources = '/Resources << /Font << /F1 3 0 R >> >>';
    add(`<< /Type /Page /Parent 2 0 R ${resources} /Contents ${first + 2 * i + 1} 0 R ${entries} >>`);
    add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  });
  let file = '%PDF-1.4\n';
  const offsets = objects.map((body, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const start = file.length;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${table}`;
  file += `trailer\n<< /Size ${size} /Root 1 0 R /Info 6 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(file);
}
