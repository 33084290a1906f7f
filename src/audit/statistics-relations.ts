/** The arithmetic of the table of 2014–2018 (国办发〔2014〕32号): parts of totals, 其中 lines, channels. */
import type { Severity } from '../document/diagnostic.ts';
import { family, plus, type RelationFamily, type Sum } from './relation-family.ts';

const APPLICATION = 'application';

export const STATISTICS_FAMILIES: readonly RelationFamily[] = [
  statistics('statistics.received', 'error', 'received = in person + fax + online + letter', {
    basis: 'implied by the form',
    caveat: 'Local forms add channels (电子邮件, 其他), which then are missing in the sum.',
    sum: parts(APPLICATION, 'received', ['recv_in_person', 'recv_fax', 'recv_online', 'recv_letter']),
  }),
  statistics('statistics.concluded', 'error', 'concluded = on time + extended', {
    basis: 'implied by the form',
    caveat: 'Some issuers leave out the applications concluded late.',
    sum: parts(APPLICATION, 'concluded', ['concluded_on_time', 'concluded_extended']),
  }),
  statistics('statistics.replied', 'error', 'replied = the sum of the eight kinds of replies', {
    basis: 'implied by the form',
    caveat: 'An application with several requests may be counted under several replies.',
    sum: parts(APPLICATION, 'replied', [
      'reply_already_public',
      'reply_agreed',
      'reply_partial',
      'reply_refused',
      'reply_not_ours',
      'reply_not_exist',
      'reply_amend',
      'reply_other_channel',
    ]),
  }),
  statistics('statistics.refused', 'warning', 'refused = the sum of the six reasons', {
    basis: 'implied by 其中',
    caveat: 'One refusal may rest on two reasons.',
    sum: parts(APPLICATION, 'reply_refused', [
      'refused_state_secret',
      'refused_trade_secret',
      'refused_privacy',
      'refused_security_stability',
      'refused_not_gov_info',
      'refused_other_law',
    ]),
  }),
  statistics('statistics.conc-reply', 'info', 'concluded = replied', {
    basis: 'heuristic',
    caveat: 'Withdrawn applications are concluded without a reply.',
    sum: [[fact(APPLICATION, 'concluded')], '=', [fact(APPLICATION, 'replied')]],
  }),
  statistics('statistics.conc-bound', 'info', 'concluded <= received', {
    basis: 'heuristic',
    caveat: 'The table has no line for applications carried over.',
    sum: [[fact(APPLICATION, 'concluded')], '<=', [fact(APPLICATION, 'received')]],
  }),
  statistics('statistics.review', 'error', 'reconsiderations = upheld + corrected + other', {
    basis: 'implied by the form',
    caveat: 'Pending cases may have been left out of the parts.',
    sum: parts('review', 'total', ['upheld', 'corrected', 'other']),
  }),
  statistics('statistics.litig', 'error', 'suits = upheld + corrected + other', {
    basis: 'implied by the form',
    caveat: 'Pending cases may have been left out of the parts.',
    sum: parts('suit', 'total', ['upheld', 'corrected', 'other']),
  }),
  statistics('statistics.staff', 'error', 'staff = full-time + part-time', {
    basis: 'implied by the form',
    caveat: 'None known.',
    sum: parts('resources', 'staff', ['staff_full_time', 'staff_part_time']),
  }),
  statistics('statistics.normative-a', 'warning', 'normative documents disclosed <= items disclosed', {
    basis: 'implied by 其中',
    caveat: 'None known.',
    sum: [[fact('disclosure', 'disclosed_normative')], '<=', [fact('disclosure', 'disclosed')]],
  }),
  statistics('statistics.normative-b', 'info', 'normative documents disclosed <= normative documents made', {
    basis: 'derived',
    caveat: 'Documents of earlier years may be disclosed this year.',
    sum: [[fact('disclosure', 'disclosed_normative')], '<=', [fact('disclosure', 'normative_made')]],
  }),
  statistics('statistics.channels', 'warning', 'the sum over the channels >= items disclosed', {
    basis: 'implied by 不同渠道和方式公开相同信息计1条',
    caveat: 'None known.',
    sum: [
      ['gazette', 'website', 'weibo', 'wechat', 'other'].map((channel) => fact('disclosure', channel)),
      '>=',
      [fact('disclosure', 'disclosed')],
    ],
  }),
  statistics('statistics.press', 'error', 'press conferences with the chief <= press conferences', {
    basis: 'implied by 其中',
    caveat: 'None known.',
    sum: [[fact('response', 'press_chief')], '<=', [fact('response', 'press')]],
  }),
  statistics('statistics.interview', 'error', 'online interviews with the chief <= online interviews', {
    basis: 'implied by 其中',
    caveat: 'None known.',
    sum: [[fact('response', 'interview_chief')], '<=', [fact('response', 'interview')]],
  }),
];

interface Statement {
  readonly basis: string;
  readonly caveat: string;
  readonly sum: Sum;
}

function statistics(
  rule: string,
  severity: Severity,
  formula: string,
  { sum, ...text }: Statement,
): RelationFamily {
  return family(rule, severity, ['g2014'], { formula, ...text, sums: [sum] });
}

function parts(group: string, total: string, lines: readonly string[]): Sum {
  return [[fact(group, total)], '=', lines.map((line) => fact(group, line))];
}

function fact(group: string, line: string) {
  return plus(`statistics.${group}.${line}`);
}
