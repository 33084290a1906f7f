/** Files that are no report, or that cannot be read: each has a reason that a record must give in its own words. */
import { strToU8, zlibSync } from 'fflate';
import type { CorpusCase } from './corpus-case.ts';
import { SCALES } from './figures.ts';
import { head, label, type SourceBlock } from './grid.ts';
import { ISSUERS } from './issuers.ts';
import { PAGE } from './page-layout.ts';
import { randomFrom } from './random.ts';
import { drawReport } from './report-source.ts';
import { failureOf, type TruthFormat } from './truth.ts';
import { cfbHeader, writeCfb } from './write-cfb.ts';
import { writeDocx } from './write-docx.ts';
import { barePage } from './write-html.ts';
import { assemblePdf, writePdf } from './write-pdf.ts';

function failing(
  name: string,
  extension: string,
  format: TruthFormat | null,
  why: string,
  source: () => Uint8Array,
): CorpusCase {
  return {
    name,
    plan: null,
    build: () => ({ extension, source: source(), truth: failureOf(name, format, why) }),
  };
}

export const FAILING_CASES: readonly CorpusCase[] = [
  failing('fail-empty', 'docx', null, 'no bytes', () => new Uint8Array(0)),
  failing('fail-truncated-docx', 'docx', null, 'a ZIP cut off in the middle', truncatedDocx),
  failing('fail-random', 'pdf', null, 'random bytes', () => randomBytes('fail-random', 3000)),
  failing('fail-notice', 'html', 'html', 'a notice that asks for reports', () => strToU8(notice())),
  failing('fail-list', 'html', 'html', 'a list of links to reports', () => strToU8(listPage())),
  failing('fail-budget', 'docx', 'docx', 'a budget of a department', () => writeDocx(budget())),
  failing('fail-ole-header', 'doc', null, 'the header of a compound file and no sectors', cfbHeader),
  failing('fail-encrypted', 'docx', null, 'a compound file with an encrypted package', encrypted),
  failing('fail-zero-pages', 'pdf', 'pdf', 'a PDF without pages', () => writePdf([], { rules: 'lines' })),
  failing('fail-scan', 'pdf', 'pdf', 'a picture of a page, no text', scan),
];

function truncatedDocx(): Uint8Array {
  const source = drawReport({
    seed: 'fail-truncated-docx',
    form: 'g2021',
    year: 2022,
    issuer: ISSUERS.town,
    scale: SCALES.small,
  });
  const whole = writeDocx(source.blocks);
  return whole.slice(0, Math.floor(whole.length / 2));
}

function randomBytes(seed: string, length: number): Uint8Array {
  const random = randomFrom(seed);
  return Uint8Array.from({ length }, () => random.int(0, 255));
}

function notice(): string {
  const title = '关于报送2023年政府信息公开工作年度报告的通知';
  const lines = [
    '各乡镇人民政府、县直各单位：',
    '请于2024年1月15日前报送本单位2023年政府信息公开工作年度报告。报告分六个部分：一、总体情况；二、主动公开政府信息情况；三、收到和处理政府信息公开申请情况；四、政府信息公开行政复议、行政诉讼情况；五、存在的主要问题及改进情况；六、其他需要报告的事项。',
    '数据须符合勾稽关系，统计期限自2023年1月1日起至2023年12月31日止。',
    ISSUERS.office.name,
    '2023年12月20日',
  ];
  return barePage([`<h1>${title}</h1>`, ...lines.map((line) => `<p>${line}</p>`)].join('\n'), title);
}

function listPage(): string {
  const names = [ISSUERS.town, ISSUERS.civilBureau, ISSUERS.tradeBureau, ISSUERS.taxBureau].map(
    (issuer) => issuer.name,
  );
  const rows = names.flatMap((name) =>
    [2021, 2022, 2023].map(
      (year) =>
        `<tr><td><a href="./${year}/a.html">${name}${year}年政府信息公开工作年度报告</a></td><td>${year + 1}-01-20</td></tr>`,
    ),
  );
  return barePage(
    `<table class="list">\n${rows.join('\n')}\n</table>\n<p>共3页 首页 上一页 下一页 尾页</p>`,
    '政府信息公开年报',
  );
}

function budget(): readonly SourceBlock[] {
  const rows = ['一般公共服务支出', '社会保障和就业支出', '卫生健康支出', '总计'].map((name, index) => [
    label(name),
    label(`${(index + 1) * 120}.5`),
    label(`${(index + 1) * 118}.2`),
  ]);
  return [
    { kind: 'title', text: `${ISSUERS.civilBureau.name}2023年部门预算` },
    { kind: 'heading', level: 1, text: '一、部门概况' },
    { kind: 'paragraph', text: '本部门主要职责为社会救助、社会福利和基层政权建设。' },
    { kind: 'heading', level: 1, text: '二、收支预算情况' },
    {
      kind: 'table',
      grid: {
        cols: 3,
        widths: [2, 1, 1],
        rows: [[head('项目'), head('预算数（万元）'), head('上年数（万元）')], ...rows],
      },
    },
    { kind: 'heading', level: 1, text: '三、其他说明' },
    { kind: 'paragraph', text: '本部门2023年没有政府性基金预算。' },
  ];
}

/** MS-OFFCRYPTO 2.3.4: what a .docx with a password is. */
function encrypted(): Uint8Array {
  return writeCfb([
    { name: 'EncryptionInfo', content: randomBytes('fail-encrypted/info', 4096) },
    { name: 'EncryptedPackage', content: randomBytes('fail-encrypted/package', 6000) },
  ]);
}

/** Pixels of the picture: 72 dpi would do for the eye of a test, a third of it for the size of the corpus. */
const SCAN = { width: 200, height: 283 } as const;

/** Grey dirt and black ruling on white, as a scanner leaves them. */
function scan(): Uint8Array {
  const random = randomFrom('fail-scan');
  const pixels = Uint8Array.from({ length: SCAN.width * SCAN.height }, (_, index) => {
    const [x, y] = [index % SCAN.width, Math.floor(index / SCAN.width)];
    const onRule = x > 20 && x < 180 && y > 40 && y < 240 && (x % 40 === 21 || y % 20 === 1);
    return onRule ? random.int(0, 60) : 255 - (random.chance(0.02) ? random.int(40, 200) : 0);
  });
  const picture = zlibSync(pixels);
  const content = strToU8(`q ${PAGE.width} 0 0 ${PAGE.height} 0 0 cm /Im1 Do Q\n`);
  return assemblePdf([
    { dictionary: '/Type /Catalog /Pages 2 0 R' },
    { dictionary: '/Type /Pages /Kids [3 0 R] /Count 1' },
    {
      dictionary: `/Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Resources << /XObject << /Im1 5 0 R >> >> /Contents 4 0 R`,
    },
    { dictionary: '', stream: content },
    {
      dictionary: `/Type /XObject /Subtype /Image /Width ${SCAN.width} /Height ${SCAN.height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode`,
      stream: picture,
    },
  ]);
}
