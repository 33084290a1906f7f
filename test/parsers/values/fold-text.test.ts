/** One spelling for characters that mean the same, and traditional characters of labels to simplified. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../parsers/forms/form.ts';
import { FORMS } from '../../../parsers/forms/forms.ts';
import { SECTIONS } from '../../../parsers/forms/sections.ts';
import { foldText } from '../../../parsers/values/fold-text.ts';
import { toSimplified } from '../../../parsers/values/simplified.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'e\u0301\u200B\uFEFF。，,.1１一務务（(㈠⼈ﾞか') }),
);

describe('foldText', () => {
  it.each([
    ['１２，３４５', '12,345'],
    ['（一）', '(一)'],
    ['1\u200B2\uFEFF', '12'],
    ['3。5', '3.5'],
    ['完毕。', '完毕。'],
    ['⼈数', '人数'],
    ['结果\u0000维持', '结果维持'],
  ])('folds %j to %j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('changes nothing that it has folded', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = foldText(text);
        expect(foldText(folded)).toBe(folded);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('toSimplified', () => {
  it.each([
    ['總體情況', '总体情况'],
    ['本年新收政府信息公開申請數量', '本年新收政府信息公开申请数量'],
    ['行政復議、行政訴訟', '行政复议、行政诉讼'],
    ['結轉下年度繼續辦理', '结转下年度继续办理'],
    ['社會公益組織', '社会公益组织'],
    ['法律服務機構', '法律服务机构'],
    ['復議後起訴', '复议后起诉'],
    ['屬於行政執法案卷', '属于行政执法案卷'],
    ['危及“三安全一穩定”', '危及“三安全一稳定”'],
    ['信訪舉報投訴類申請', '信访举报投诉类申请'],
    ['未經復議直接起訴', '未经复议直接起诉'],
    ['行政處罰', '行政处罚'],
    ['其他需要說明的事項', '其他需要说明的事项'],
  ])('turns %s into %s', (traditional, simplified) => {
    expect(toSimplified(traditional)).toBe(simplified);
  });

  it('leaves every label of the forms and every heading as it is', () => {
    const labels = FORMS.flatMap((form) =>
      factsOf(form).flatMap(({ row, column }) => [
        ...[row.zh, column.zh, ...(row.groups ?? [])],
        ...[...(row.aliases ?? []), ...(column.aliases ?? [])],
      ]),
    );
    for (const label of [...labels, ...SECTIONS.flatMap((section) => section.titles)])
      expect(toSimplified(label)).toBe(label);
  });

  it('changes nothing that it has turned', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(toSimplified(toSimplified(text))).toBe(toSimplified(text));
      }),
    );
    for (let code = 0x4e00; code <= 0x9fff; code++) {
      const once = toSimplified(String.fromCharCode(code));
      expect(toSimplified(once)).toBe(once);
    }
  });
});
