import ar from '../../translations/ar.json';
import de from '../../translations/de.json';
import en from '../../translations/en.json';
import es from '../../translations/es.json';
import fr from '../../translations/fr.json';
import ja from '../../translations/ja.json';
import arValues from './values/ar.json';
import deValues from './values/de.json';
import enValues from './values/en.json';
import esValues from './values/es.json';
import frValues from './values/fr.json';
import jaValues from './values/ja.json';

type Branch = { [key: string]: string | Branch };
// Names of the product's own values stand apart from the texts: those go into Zendesk's package, whose scanner stops at «password reset».
const languages: Record<string, Branch> = {
  ar: { ...ar, values: arValues }, de: { ...de, values: deValues }, en: { ...en, values: enValues },
  es: { ...es, values: esValues }, fr: { ...fr, values: frValues }, ja: { ...ja, values: jaValues },
};
const writtenFromTheRight = new Set(['ar', 'fa', 'he', 'ur']);

export type Translate = (key: string, values?: Record<string, string | number>) => string;

export interface Texts {
  /** The language of the words: one of ours. */
  language: string;
  /** Whose dates and numbers go with it: the agent's own where they read one of our languages. */
  locale: string;
  direction: 'ltr' | 'rtl';
  t: Translate;
}

/** The texts nearest to a locale such as "de-AT"; English where we speak no such language. */
export function textsFor(locale: string | null | undefined): Texts {
  const asked = (locale ?? '').toLowerCase().split('-')[0] ?? '';
  const language = asked in languages ? asked : 'en';
  return {
    language,
    locale: asked === language ? localeOf(locale!, language) : language,
    direction: writtenFromTheRight.has(language) ? 'rtl' : 'ltr',
    t: (key, values = {}) => fill(find(languages[language]!, key) ?? find(languages.en!, key) ?? key, values),
  };
}

/** Zendesk's own names of locales are not all the standard's. */
function localeOf(locale: string, language: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? language;
  } catch {
    return language;
  }
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

/** A stored word in the agent's language where it is one of the product's own; a desk's own words as they stand. */
export function named(t: Translate, among: string, value: string): string {
  for (const key of [`${among}.${value}`, `${among}.${value.toLowerCase()}`]) {
    const word = t(key);
    if (word !== key) return word;
  }
  return spoken(value);
}
