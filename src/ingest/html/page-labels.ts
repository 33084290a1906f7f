/**
 * Words that Chinese government portals print around an article: the labels under which they file it, and the
 * phrases of their navigation and footers. Seen on pages of many portals; none of them is a word of the report's form.
 */

/** Labels that only a portal's record of an article has. */
const FILING = new Set(
  (
    '索引号 索取号 信息索引号 索引编号 统一编号 信息编号 发布机构 发布机关 发文机关 发文机构 发布单位 公开主体 公开机构 信息来源 文章来源 来源 ' +
    '稿件来源 发文日期 发布日期 发布时间 公开日期 公开时间 成文日期 生成日期 生成时间 采集时间 更新时间 文号 发文字号 文件编号 ' +
    '文件字号 主题分类 体裁分类 组配分类 服务对象分类 主题词 关键词 关键字 时效 有效性 效力状态 公开方式 公开时限 公开范围 公开类别 公开形式 生效日期 实施日期 ' +
    '废止日期 失效日期 所属主题 信息分类 信息类别 文件下载 责任编辑 浏览次数 浏览量 阅读次数 点击次数 点击数 点击量 访问量 访问次数 阅读'
  ).split(' '),
);
/** Labels that count only beside one of the former. */
const COMMON = new Set(
  '名称 标题 信息名称 文件名称 分类 类别 主题 体裁 作者 单位 内容概述 编辑 审核 字体 字号 字体大小 打印 分享 有效期 语种'.split(
    ' ',
  ),
);

/** A label as printed, without inner spaces and colon; undefined where it is none that portals use. */
export function filingLabel(text: string): { readonly name: string; readonly isSure: boolean } | undefined {
  if (text.length > 24) return undefined;
  const name = text
    .replace(/\s+/g, '')
    .replace(/[：:]$/, '')
    .replace(/^[【[](.*)[】\]]$/, '$1');
  if (FILING.has(name)) return { name, isSure: true };
  return COMMON.has(name) ? { name, isSure: false } : undefined;
}

/** Phrases with which a line of navigation, of tools or of a footer begins, white space removed. */
const FRAME_START =
  /^(?:您?(?:当前|现在|目前)?(?:所在)?的?(?:位置|栏目)(?:是|为)?[：:]|您(?:当前|现在|目前)(?:所在)?的?位置|[【[]?(?:打印|关闭|返回)(?:本页|窗口|正文|顶部)?[】\]]?$|首页[>»›|]|设为首页|加入收藏|无障碍|长者|适老|繁[體体]|分享(?:到|至)?[：:]?|扫一扫|字(?:体|号)(?:大小)?[：:]|(?:上|下)一(?:篇|条|页)|相关(?:链接|文档|新闻|文章|信息)[：:]?$|主办(?:单位)?[：:]|承办(?:单位)?[：:]|版权所有|技术支持[：:]|网站(?:标识码|地图)|(?:网站)?备案号[：:]|.?ICP备|.{0,3}公网安备|联系我们|浏览次数|点击(?:数|量|次数)|访问量|copyright|©)/i;
/** Phrases that only footers have, wherever in the line. */
const FOOTER = /ICP备\d|公网安备|网站标识码|版权所有|Copyright\s*©|建议使用.{0,20}(?:分辨率|浏览器)/i;

/** Whether the line is one of a portal's frame. */
export function isFrameLine(text: string): boolean {
  const line = text.slice(0, 200).replace(/\s+/g, '');
  return FRAME_START.test(line) || FOOTER.test(text.slice(0, 400));
}

const FRAME_TAGS = new Set(['nav', 'footer', 'aside', 'button', 'menu']);
const FRAME_NAMES = new Set(
  (
    'nav navi navbar navigation mainnav subnav menu crumb crumbs breadcrumb breadcrumbs bread location foot footer ' +
    'copyright share bdshare sharebox sidebar side toolbar login search searchbox friendlink friendlinks related ' +
    'relate recommend qrcode pager pagination paging header topbar'
  ).split(' '),
);

/** Whether tag, class or id of an element say that it belongs to a portal's frame. */
export function isFrameElement(name: string, attribs: Readonly<Record<string, string>>): boolean {
  if (FRAME_TAGS.has(name)) return true;
  const names = `${attribs.class ?? ''} ${attribs.id ?? ''}`;
  if (names === ' ') return false;
  return names
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[\s_-]+/)
    .some((word) => FRAME_NAMES.has(word.replace(/\d+$/, '')));
}
