import ar from '../../translations/ar.json';
import de from '../../translations/de.json';
import en from '../../translations/en.json';
import es from '../../translations/es.json';
import fr from '../../translations/fr.json';
import ja from '../../translations/ja.json';

type Branch = { [key: string]: string | Branch };
const languages: Record<string, Branch> = { ar, de, en, es, fr, ja };
const writtenFromTheRight = new Set(['ar', 'fa', 'he', 'ur']);

export type Translate = (key: string, values?: Record<string, string | number>) => string;

export interface Texts { language: string; direction: 'ltr' | 'rtl'; t: Translate }

/** The texts nearest to a locale such as "de-AT"; English where we speak no such language. */
export function textsFor(locale: string | null | undefined): Texts {
  const asked = (locale ?? '').toLowerCase().split('-')[0] ?? '';
  const language = asked in languages ? asked : 'en';
  return {
    language,
    direction: writtenFromTheRight.has(language) ? 'rtl' : 'ltr',
    t: (key, values = {}) => fill(find(languages[language]!, key) ?? find(languages.en!, key) ?? key, values),
  };
}

function find(branch: Branch, key: string): string | undefined {
  const found = key.split('.').reduce<string | Branch | undefined>(
    (at, part) => typeof at === 'object' ? at[part] : undefined, branch);
  return typeof found === 'string' ? found : undefined;
}

function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** A stored word such as "rootCause" or "refund_request" as a person would read it. */
export function spoken(value: string): string {
  const words = value.replace(/[_-]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
