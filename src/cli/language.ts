/** The language of the messages: `--lang` where given, else the locale of the environment. */
export type Language = 'zh' | 'en';

export const LANGUAGES: readonly Language[] = ['zh', 'en'];

/** Asked before the options are parsed, since their own help and errors are in that language too. */
export function chooseLanguage(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Language {
  return given(args) ?? (isChinese(env) ? 'zh' : 'en');
}

function given(args: readonly string[]): Language | undefined {
  const end = args.indexOf('--');
  const options = end < 0 ? args : args.slice(0, end);
  const values = options.map((arg, at) =>
    arg === '--lang' ? options[at + 1] : /^--lang=(.*)$/.exec(arg)?.[1],
  );
  return LANGUAGES.find((language) => values.findLast((value) => value !== undefined) === language);
}

/** POSIX: the first of these that is set and not empty decides. */
function isChinese(env: Readonly<Record<string, string | undefined>>): boolean {
  return /^zh/i.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || '');
}
