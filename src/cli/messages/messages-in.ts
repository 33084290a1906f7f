/** The table of texts for a language. */
import type { Language } from '../language.ts';
import { EN } from './en.ts';
import type { Messages } from './messages.ts';
import { ZH } from './zh.ts';

const TABLES: Readonly<Record<Language, Messages>> = { zh: ZH, en: EN };

export function messagesIn(language: Language): Messages {
  return TABLES[language];
}
