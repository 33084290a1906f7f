/**
 * The organs of the corpus. Their places do not exist in GB/T 2260 (a test looks them up), but for the
 * last ones: invented organs of real counties, by which division codes can be tried.
 */
import type { Issuer } from './report-source.ts';

/** Roots of the invented names of places: none begins the name of a real division. */
export const INVENTED_PLACES: readonly string[] = [
  '霁川',
  '澄漪',
  '望舒',
  '松漪',
  '青枫',
  '归云',
  '石濑',
  '枫屿',
  '澜溪',
];

const CITY = '霁川省澄漪市';

function government(name: string, self: string): Issuer {
  return { name, self, isGovernment: true, division: null };
}

function department(name: string, self = '我局'): Issuer {
  return { name, self, isGovernment: false, division: null };
}

export const ISSUERS = {
  province: government('霁川省人民政府', '全省'),
  city: government(`${CITY}人民政府`, '全市'),
  district: government(`${CITY}望舒区人民政府`, '全区'),
  county: government(`${CITY}松漪县人民政府`, '全县'),
  town: government(`${CITY}松漪县归云镇人民政府`, '我镇'),
  township: government('青枫县石濑乡人民政府', '我乡'),
  subdistrict: department('望舒区枫屿街道办事处', '本街道'),
  zone: department('澄漪市澜溪高新技术产业开发区管理委员会', '管委会'),
  office: department('松漪县人民政府办公室', '本办'),
  provincialBureau: department('霁川省水利厅', '我厅'),
  waterBureau: department(`${CITY}望舒区水务局`),
  healthBureau: department('澄漪市卫生健康委员会', '我委'),
  tradeBureau: department('松漪县商务和粮食局'),
  civilBureau: department(`${CITY}青枫县民政局`),
  taxBureau: department('国家税务总局松漪县税务局'),
  fund: department('澄漪市住房公积金管理中心', '本中心'),
  realCounty: { ...department('浙江省丽水市松阳县云灯事务局'), division: '331124' },
  realCountyShort: { ...department('雷山县雾桥事务局'), division: '522634' },
  realProvince: { ...department('甘肃省沙海事务厅', '我厅'), division: '620000' },
} as const satisfies Record<string, Issuer>;
