/**
 * The words around the tables: an issuer, a year and figures in, paragraphs by section out. Every number in
 * them that speaks of a table is taken from the figures drawn, unless a false count is asked for.
 */
import type { Figures } from './figures.ts';
import type { Random } from './random.ts';

export interface ProseInput {
  readonly issuer: string;
  /** 本局, 本镇, 全市 … as the issuer calls itself. */
  readonly self: string;
  /** A government also reports on work appraisal, public review and accountability (条例 art. 50(4)). */
  readonly isGovernment: boolean;
  readonly year: number;
  readonly figures: Figures;
}

export interface Prose {
  readonly intro: string;
  readonly overview: readonly { readonly heading: string; readonly text: string }[];
  readonly problems: readonly string[];
  readonly other: readonly string[];
}

export function drawProse(input: ProseInput, random: Random): Prose {
  return {
    intro: random.pick(INTROS)(input),
    overview: [
      { heading: '（一）主动公开情况', text: proactiveText(input, random) },
      { heading: '（二）依申请公开情况', text: applicationText(input) },
      { heading: '（三）政府信息管理情况', text: random.pick(MANAGEMENT) },
      { heading: '（四）政府信息公开平台建设情况', text: random.pick(PLATFORM) },
      {
        heading: '（五）监督保障情况',
        text:
          random.pick(SUPERVISION) +
          (input.isGovernment ? '工作考核、社会评议均已完成，全年没有责任追究情形。' : ''),
      },
    ],
    problems: [random.pick(PROBLEMS), random.pick(MEASURES)(input.self)],
    other: ['依照信息处理费的有关规定，本年度没有收取信息处理费。'],
  };
}

type Sentence = (input: ProseInput) => string;

const INTROS: readonly Sentence[] = [
  ({ issuer, year }) =>
    `依据《中华人民共和国政府信息公开条例》（下称《条例》），${issuer}编制了${year}年政府信息公开工作年度报告。所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`,
  ({ issuer, year }) =>
    `现将${issuer}${year}年政府信息公开工作情况报告如下。统计期限为${year}年1月1日至${year}年12月31日。`,
  ({ issuer, year }) =>
    `按照《中华人民共和国政府信息公开条例》第五十条，现公布${issuer}${year}年政府信息公开工作年度报告，统计时段从${year}年1月1日到${year}年12月31日止。`,
];

function proactiveText({ self, year }: ProseInput, random: Random): string {
  const site = random.int(20, 900);
  const account = random.int(10, 400);
  const board = random.int(1, 60);
  const total = site + account + board;
  return `${year}年，${self}共发布信息${total}条，其中网站${site}条、公众号${account}条、公告栏${board}条。`;
}

function applicationText({ figures, self }: ProseInput): string {
  const total = (row: string): number => figures[`applications.${row}.total`] ?? 0;
  const received = total('new_received');
  if (received === 0 && total('carried_over') === 0) return `全年${self}没有收到政府信息公开申请。`;
  return `全年${self}新收政府信息公开申请${received}件，上年结转${total('carried_over')}件；办理完毕${total('processed_total')}件，结转下年度继续办理${total('carried_forward')}件。`;
}

const MANAGEMENT = [
  '拟文时一并标明公开与否，不公开的写明依据；每季度清点一次存量文件，过时的及时标注。',
  '文件从起草到归档走同一张登记表，谁拟稿谁提出公开意见，办公室逐件核对。',
  '建立了目录与文件一一对应的台账，改动留痕，旧版可查。',
];
const PLATFORM = [
  '网站改版后常用栏目放在首屏，查阅点添置了两台自助终端，老人也能自己查。',
  '信息公开专栏与公众号共用一个稿库，同一条信息只录一次，各处口径一致。',
  '补齐了检索和下载功能，文件都附有可以复制的文本。',
];
const SUPERVISION = [
  '设专人值守咨询电话，来信来电逐件登记，按月通报办理进度。',
  '把公开工作列入年度任务，半年一查，问题列单、限期改正。',
  '请业务骨干轮流讲课，新进人员先学条例后上岗。',
];
const PROBLEMS = [
  '存在的主要问题：有的栏目更新间隔偏长，解读材料文字多、图表少。',
  '存在的主要问题：经办人员换得勤，对答复文书的写法掌握不一。',
  '存在的主要问题：历史文件整理进度不快，群众查找旧件费时。',
];
const MEASURES: readonly ((self: string) => string)[] = [
  (self) => `改进措施：${self}将排出更新日历，到期提醒，并多用图解和问答。`,
  (self) => `改进措施：${self}将编一本答复范例，凡新手先跟办、后独办。`,
  (self) => `改进措施：${self}将分批扫描旧件，年内把目录全部上网。`,
];
