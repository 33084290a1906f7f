/**
 * Writes blocks as web pages, in the ways that portals and word processors do: blocks and a style in, the
 * text of the page out. Encoding is the caller's matter.
 */
import type { Grid, GridCell, SourceBlock } from './grid.ts';
import { escapeMarkup } from './xml.ts';

export interface PortalFrame {
  readonly site: string;
  readonly title: string;
  readonly issuer: string;
  /** ISO date in the metadata table. */
  readonly published: string;
  /** Titles of other years' reports in the side list. */
  readonly others: readonly string[];
  /** Six digits that the site's code begins with. */
  readonly division?: string;
  readonly container: 'zoom' | 'TRS_Editor' | 'ucap';
}

export interface TableStyle {
  /** Header rows in thead, the rest in tbody. */
  readonly thead?: boolean;
  /** Each table holds a hidden row with figures of another year. */
  readonly hiddenRows?: boolean;
  /** Cell content as a word processor pastes it: a number is cut over several spans. */
  readonly wordPaste?: boolean;
}

export function blocksToHtml(blocks: readonly SourceBlock[], style: TableStyle = {}): string {
  return blocks.map((block) => blockHtml(block, style)).join('\n');
}

function blockHtml(block: SourceBlock, style: TableStyle): string {
  switch (block.kind) {
    case 'title':
      return style.wordPaste
        ? wordParagraph(block.text, 'center')
        : `<h2 style="text-align:center">${escapeMarkup(block.text)}</h2>`;
    case 'heading':
      return style.wordPaste
        ? wordParagraph(block.text, 'left')
        : `<p><strong>${escapeMarkup(block.text)}</strong></p>`;
    case 'paragraph':
    case 'signature':
      return style.wordPaste ? wordParagraph(block.text, 'left') : `<p>${escapeMarkup(block.text)}</p>`;
    case 'table':
      return tableHtml(block.grid, style);
  }
}

/** A paragraph as pasted from a word processor: digits and other text in fonts of their own, each digit in a span. */
function wordParagraph(text: string, align: string): string {
  return `<p class="MsoNormal" style="text-align:${align};text-indent:32.0pt"><span style="font-family:仿宋">${wordRuns(text)}</span><span lang="EN-US"><o:p></o:p></span></p>`;
}

function wordRuns(text: string): string {
  return (text.match(/\d+|\D+/g) ?? [])
    .map((part) =>
      /\d/.test(part)
        ? [...part]
            .map(
              (digit) => `<span lang="EN-US" style="font-family:&quot;Times New Roman&quot;">${digit}</span>`,
            )
            .join('')
        : escapeMarkup(part),
    )
    .join('');
}

function tableHtml(grid: Grid, style: TableStyle): string {
  const rows = grid.rows.map((row) => `<tr>${row.map((cell) => cellHtml(cell, style)).join('')}</tr>`);
  const headRows = style.thead ? leadingHeadRows(grid) : 0;
  if (style.hiddenRows) rows.splice(leadingHeadRows(grid), 0, hiddenRow(grid));
  const attributes = style.wordPaste
    ? ' class="MsoNormalTable" border="1" cellspacing="0" cellpadding="0" style="border-collapse:collapse"'
    : ' border="1" cellspacing="0" bordercolor="#000000"';
  const headPart = headRows > 0 ? `<thead>\n${rows.slice(0, headRows).join('\n')}\n</thead>\n` : '';
  return `<table${attributes}>\n${headPart}<tbody>\n${rows.slice(headRows).join('\n')}\n</tbody></table>`;
}

/** Rows from the top that hold headers only and that no cell leaves downwards. */
function leadingHeadRows(grid: Grid): number {
  const body = grid.rows.findIndex((row) => row.some((cell) => !cell.head));
  return Math.max(body, 0);
}

function cellHtml(cell: GridCell, style: TableStyle): string {
  const tag = style.thead && cell.head ? 'th' : 'td';
  const spans = [
    cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : '',
    cell.colSpan > 1 ? ` colspan="${cell.colSpan}"` : '',
  ].join('');
  return `<${tag}${spans}>${cellContent(cell, style)}</${tag}>`;
}

function cellContent(cell: GridCell, style: TableStyle): string {
  if (style.wordPaste) {
    const content = cell.text === '' ? '<span lang="EN-US"><o:p>&nbsp;</o:p></span>' : wordRuns(cell.text);
    return `<p class="MsoNormal" align="center" style="text-align:center">${content}</p>`;
  }
  if (cell.vertical) return [...cell.text].map(escapeMarkup).join('<br>');
  return cell.text === '' ? '&nbsp;' : cell.text.split('\n').map(escapeMarkup).join('<br />');
}

/** Last year's figures, left in the page by an editor and not shown. */
function hiddenRow(grid: Grid): string {
  const cells = Array.from(
    { length: grid.cols },
    (_, col) => `<td>${col === 0 ? '行政许可' : 777 + col}</td>`,
  );
  return `<tr style="display:none">${cells.join('')}</tr>`;
}

const CONTAINERS: Readonly<Record<PortalFrame['container'], (body: string) => string>> = {
  zoom: (body) => `<div id="zoom">${body}</div>`,
  TRS_Editor: (body) => `<div class="TRS_Editor"><div class="Custom_UnionStyle">${body}</div></div>`,
  ucap: (body) => `<div id="zoomcon" class="article-content"><ucapcontent>${body}</ucapcontent></div>`,
};

/** A page of a government portal around the report: navigation, metadata table, other years, footer. */
export function portalPage(body: string, frame: PortalFrame): string {
  const side = frame.others.map(
    (title, index) =>
      `<li><a href="./t${index + 1}.html">${escapeMarkup(title)}</a><span>0${index + 1}-15</span></li>`,
  );
  const [title, issuer, site] = [frame.title, frame.issuer, frame.site].map(escapeMarkup);
  const code = frame.division ? `<meta name="SiteIDCode" content="${frame.division}0021">\n` : '';
  return `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8">
<title>${title} - ${site}</title>
<meta name="SiteName" content="${site}">
${code}<meta name="ColumnName" content="政府信息公开年报">
<style>.nav li{display:inline}</style>
<script>var years = ["2001", "2002"]; document.write("<table><tr><td>88</td></tr></table>");</script>
</head><body>
<div class="top"><a href="#">设为首页</a> | <a href="#">无障碍阅读</a> | <a href="#">登录</a></div>
<ul class="nav"><li><a href="/">首页</a></li><li><a href="/xw/">新闻</a></li><li><a href="/gk/">政务公开</a></li><li><a href="/hd/">互动</a></li></ul>
<div class="crumb">您当前所在位置：<a href="/">首页</a> &gt; <a href="/gk/">政务公开</a> &gt; <a href="/gk/nb/">政府信息公开年报</a></div>
<div class="side"><h3>历年报告</h3><ul>
${side.join('\n')}
</ul></div>
<table class="table_content"><tbody>
<tr><td>名　称</td><td colspan="3">${title}</td></tr>
<tr><td>索 引 号</td><td>gk-${frame.published.slice(0, 4)}-00017</td><td>分　类</td><td>政府信息公开年报</td></tr>
<tr><td>发布机构</td><td>${issuer}</td><td>发布日期</td><td>${frame.published}</td></tr>
</tbody></table>
${CONTAINERS[frame.container](body)}
<div class="share">字号：[大 中 小]　浏览次数：<span>1306</span>　打印　分享</div>
<div class="foot">主办：${site}　网站标识码见页底　联系电话：0000-8812345</div>
</body></html>
`;
}

/** An old page laid out by nested tables, without any container worth a name. */
export function tableLayoutPage(body: string, site: string): string {
  const name = escapeMarkup(site);
  return `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>${name}</title></head><body>
<table width="980" align="center"><tr><td colspan="2"><table width="100%"><tr><td>首页</td><td>动态</td><td>公开</td><td>办事</td></tr></table></td></tr>
<tr><td width="180" valign="top"><table><tr><td>公开指南</td></tr><tr><td>公开目录</td></tr><tr><td>公开年报</td></tr></table></td>
<td valign="top"><table width="100%"><tr><td class="pos">位置：首页 - 公开年报</td></tr><tr><td>
${body}
</td></tr></table></td></tr>
<tr><td colspan="2">版权所有：${name}</td></tr></table></body></html>
`;
}

/** A page saved by a word processor. */
export function wordPage(body: string): string {
  return `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm;font-size:16.0pt} --></style></head><body lang=ZH-CN><div class=WordSection1>
${body}
</div></body></html>
`;
}

/** A page that declares no charset. */
export function barePage(body: string, title: string): string {
  return `<html><head><title>${escapeMarkup(title)}</title></head><body>\n${body}\n</body></html>\n`;
}
