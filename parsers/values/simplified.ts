/**
 * Traditional characters of reports' labels and headings → simplified. Mirror sites publish converted
 * copies; labels are compared in this spelling, stored texts stay as they are.
 */
const PAIRS =
  '開开 務务 處处 總总 計计 產产 業业 機机 構构 織织 會会 組组 結结 轉转 繼继 續续 辦办 請请 數数 術术 過过 項项 訴诉 複复 復复 議议 維维 糾纠 審审 現现 規规 範范 許许 強强 決决 費费 額额 單单 萬万 採采 購购 減减 對对 檔档 網网 報报 導导 應应 關关 無无 當当 繳缴 納纳 補补 內内 與与 執执 類类 級级 備备 別别 實实 際际 並并 個个 條条 屬属 國国 門门 區区 縣县 鄉乡 鎮镇 義义 題题 進进 諮咨 詢询 聯联 絡络 統统 變变 間间 閱阅 點点 還还 獲获 認认 確确 據据 達达 廳厅 員员 長长 協协 樣样 書书 稱称 號号 發发 佈布 時时 問问 監监 權权 責责 將将 從从 爲为 為为 動动 體体 資资 訊讯 狀状 況况 驗验 證证 讓让 該该 讀读 調调 論论 設设 識识 護护 視视 覽览 觀观 親亲 財财 貨货 質质 賣卖 買买 貿贸 須须 製制 電电 傳传 鏡镜 專专 創创 運运 選选 遞递 違违 這这 幾几 廢废 幹干 隊队 階阶 險险 隨随 雙双 離离 預预 領领 頭头 風风 館馆 黨党 齊齐 齡龄 訟讼 罰罚 於于 穩稳 訪访 舉举 經经 後后 說说 詳详 佔占 價价 優优 儲储 兒儿 兩两 冊册 則则 剛刚 劃划 劑剂 勞劳 勢势 勵励 勸劝 團团 園园 圍围 圖图 場场 塊块 壓压 壞坏 壽寿 夢梦 奪夺 媽妈 寧宁 寶宝 寫写';

const SIMPLE = new Map(PAIRS.split(' ').map(([traditional, simple]) => [traditional!, simple!]));
const TRADITIONAL = new RegExp(`[${[...SIMPLE.keys()].join('')}]`, 'g');

export function toSimplified(text: string): string {
  return text.replace(TRADITIONAL, (character) => SIMPLE.get(character) ?? character);
}
