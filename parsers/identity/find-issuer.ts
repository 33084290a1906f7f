/**
 * The issuer's name: from the title, else the page's metadata, else the preamble, else the signature, else the
 * site's name. What is not in the title is named as inferred, and candidates that contradict each other too.
 */
import type { Diagnostic } from '../../src/document/diagnostic.ts';
import type { Metadata } from '../../src/document/document.ts';
import { YEAR } from './dates.ts';
import type { FoundTitle } from './find-title.ts';
import { closeUp, fold, type Line, type Lines, labelTexts } from './lines.ts';
import { beginsWithPlace, contradicts, isOrganName, isOrganWord, organAtEnd } from './organ-name.ts';

export interface FoundIssuer {
  readonly name: string | null;
  readonly diagnostics: readonly Diagnostic[];
}

interface Candidate {
  readonly name: string;
  readonly from: string;
}

/** The page's word for who made the information. */
const MAKER = [
  '发布机构',
  '发布单位',
  '发布部门',
  '发文机构',
  '公开机构',
  '公开部门',
  '公开单位',
  '发文机关',
  '发文单位',
  '制发机关',
  '制发单位',
  '制作机关',
  '责任部门',
  '责任单位',
  '主体',
];
/** Where the page took it from: often the portal's office. */
const ORIGIN = [
  '来源',
  '信息来源',
  '文章来源',
  '稿件来源',
  'meta:ContentSource',
  'meta:contentsource',
  '单位',
];
const LABELLED_MAKER = new RegExp(`(?:^|[\\s|])(?:${MAKER.join('|')})\\s*:\\s*([^\\s|:]{2,50})`);
const LABELLED_ORIGIN = /(?:^|[\s|])(?:信息|文章|稿件)?来源\s*:\s*([^\s|:]{2,50})/;
/** Characters of opening text that hold the preamble. */
const PREAMBLE = 2500;
/** Lines before the end within which a signature stands. */
const SIGNATURE_LINES = 6;

const PIECE = '([一-鿿·、]{3,60}?)';
const PREAMBLE_FORMS: readonly RegExp[] = [
  new RegExp(
    `现(?:将|予以?)?(?:向社会)?(?:公布|公开|发布)?${PIECE}(?:关于)?${YEAR}年?度?的?(?:政府|政务)?信息公开`,
  ),
  new RegExp(
    `(?:本?报告|年报|本报告全文)(?:是|系)?由${PIECE}(?:按照|根据|依据|依照|遵照|组织|编制|编写|负责|,)`,
  ),
  new RegExp(
    `(?:^|[,。\\n》"”])(?:现?由)?${PIECE}(?:\\([^)]*\\))?(?:组织)?(?:编制|编写|制作|公布|发布)(?:了|并|本|完成|的本|此|《|${YEAR})`,
  ),
  new RegExp(`《${PIECE}(?:关于)?${YEAR}年?度?(?:政府|政务)?信息公开`),
  new RegExp(`(?:^|[,。\\n])${YEAR}年,?${PIECE}(?:在|认真|坚持|深入|严格|全面|以|紧紧|按照|高度|贯彻)`),
];
/** Whom to ask: the organ itself or one of its rooms. */
const CONTACT = new RegExp(`(?:与|和|同|向)${PIECE}(?:\\([^)]*\\))?(?:直接)?联系`);
/** A title's or a site's name behind the separator: 2020年…报告_河南省人民政府. */
const SITE_NAME = /[-_—–|]([^-_—–|]{3,40})$/;

/** The issuer's name, with what it was inferred from. */
export function findIssuer(
  title: FoundTitle | null,
  lines: Lines,
  metadata: readonly Metadata[],
): FoundIssuer {
  const titled = title?.organ ? [{ name: title.organ, from: 'title' }] : [];
  const labels = labelTexts(lines.head, title?.block ?? null);
  const told: Candidate[] = [
    ...fromMetadata(metadata, MAKER),
    ...fromLabel(labels, LABELLED_MAKER, 'publisher line'),
    ...fromPreamble(lines.head),
    ...fromMetadata(metadata, ORIGIN),
    ...fromLabel(labels, LABELLED_ORIGIN, 'source line'),
    ...fromSignature(lines.tail),
    ...fromSiteName(metadata),
  ];
  const first = titled[0] ?? told[0];
  const chosen = first && (fuller(first, told) ?? first);
  if (!chosen) return { name: null, diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  if (chosen.from !== 'title')
    diagnostics.push({
      code: 'issuer.inferred',
      severity: 'info',
      message: `The issuer ${chosen.name} is not named so in the title; it is taken from the ${chosen.from}`,
    });
  // The contact and the portal's own name differ too often to be worth a word.
  const rival = told
    .slice(0, 2)
    .find(
      ({ name, from }) =>
        from !== 'site name' && from !== 'contact' && contradicts(fold(name), fold(chosen.name)),
    );
  if (rival)
    diagnostics.push({
      code: 'issuer.conflict',
      severity: 'info',
      message: `The ${chosen.from} names ${chosen.name}, the ${rival.from} ${rival.name}`,
    });
  return { name: chosen.name, diagnostics };
}

/** 县财政局, 区政府办: named from within the county (市场监督管理局, 乡村振兴局 are not). */
const RELATIVE = /^(?:[省市县区旗州盟镇]|街道)(?![场容域划]|政(?!府))/;

/** 环境保护局 in the title, 清远市环境保护局 elsewhere: the same organ with its place. */
function fuller(first: Candidate, told: readonly Candidate[]): Candidate | null {
  const name = fold(first.name);
  if (beginsWithPlace(name)) return null;
  const placed = told.filter((other) => beginsWithPlace(fold(other.name)));
  const whole = placed.find((other) => fold(other.name).endsWith(name));
  if (whole || first.from === 'title' || !RELATIVE.test(name)) return whole ?? null;
  return placed.find(({ from }) => from === 'preamble' || from === 'signature') ?? null;
}

function fromMetadata(metadata: readonly Metadata[], names: readonly string[]): Candidate[] {
  return names.flatMap((wanted) =>
    metadata
      .filter(({ name }) => fold(name).replace(/\s+/g, '') === wanted)
      .map(({ value }) => ({ name: closeUp(value.trim()), from: `metadata ${wanted}` }))
      .filter(({ name }) => isOrganName(fold(name))),
  );
}

function fromLabel(texts: readonly string[], label: RegExp, from: string): Candidate[] {
  return texts.flatMap((text) => {
    const name = label.exec(fold(text))?.[1];
    return name && isOrganName(name) ? [{ name: asShown(name, text), from }] : [];
  });
}

/** Line by line first; then over the ends of lines that a page broke within a sentence. */
function fromPreamble(head: readonly Line[]): Candidate[] {
  const candidate = fromText(head, '\n') ?? fromText(head, '');
  return candidate ? [candidate] : [];
}

function fromText(head: readonly Line[], separator: string): Candidate | null {
  const joined = (part: 'key' | 'shown'): string => head.map((line) => line[part]).join(separator);
  const text = joined('key').slice(0, PREAMBLE);
  for (const form of [...PREAMBLE_FORMS, CONTACT]) {
    const piece = form.exec(text)?.[1];
    const name = piece ? organAtEnd(piece) : null;
    if (name === null) continue;
    const from = form === CONTACT ? 'contact' : 'preamble';
    return { name: asShown(withoutInnerOffice(name), joined('shown')), from };
  }
  return null;
}

/** The name as the page writes it; folding changes characters, never their places. */
function asShown(name: string, shown: string): string {
  const at = fold(shown).indexOf(name);
  return at < 0 ? name : shown.slice(at, at + name.length);
}

/** 泗阳县审计局办公室: a room of the bureau, which answers the telephone. */
function withoutInnerOffice(name: string): string {
  const bureau = /^(.+(?:局|厅|委员会))办公室$/.exec(name)?.[1];
  return bureau && isOrganWord(bureau) ? bureau : name;
}

const SIGNED_WITH_DATE = new RegExp(`^([一-鿿·]{4,40}?)\\(?${YEAR}年.{1,3}月.{1,3}日\\)?$`);

/** The last whole line that is an organ's name; it begins with a place or stands above a date. */
function fromSignature(tail: readonly Line[]): Candidate[] {
  const lines = tail.slice(-SIGNATURE_LINES);
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at]!;
    const oneLine = SIGNED_WITH_DATE.exec(line.key)?.[1];
    if (oneLine && isOrganName(oneLine))
      return [{ name: line.shown.slice(0, oneLine.length), from: 'signature' }];
    const isDated = new RegExp(`^\\(?${YEAR}年.{2,8}$`).test(lines[at + 1]?.key ?? '');
    if (isOrganName(line.key) && (isDated || beginsWithPlace(line.key)))
      return [{ name: line.shown, from: 'signature' }];
  }
  return [];
}

function fromSiteName(metadata: readonly Metadata[]): Candidate[] {
  return metadata
    .filter(({ name }) => name === 'html:title' || name === 'title')
    .flatMap(({ value }) => {
      const name = SITE_NAME.exec(fold(closeUp(value)))?.[1];
      return name && isOrganName(name) ? [{ name, from: 'site name' }] : [];
    });
}
