/** Figures, dates and names as people of a locale write them. */
export interface Figures {
  count: (value: number) => string;
  percent: (share: number) => string;
  duration: (minutes: number) => string;
  day: (instant: string) => string;
  moment: (instant: string) => string;
  languageName: (code: string) => string;
}

export function figuresFor(locale: string): Figures {
  const counts = new Intl.NumberFormat(locale);
  const shares = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const languages = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });
  const inUnit = (value: number, unit: string, digits: number) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: digits }).format(value);
  return {
    count: value => counts.format(value),
    percent: share => shares.format(share),
    duration: minutes => minutes < 90 ? inUnit(minutes, 'minute', 0) : minutes < 2_880 ? inUnit(minutes / 60, 'hour', 1) : inUnit(minutes / 1_440, 'day', 1),
    day: instant => days.format(new Date(instant)),
    moment: instant => moments.format(new Date(instant)),
    languageName: code => capital(languages.of(code) ?? code, locale),
  };
}

/** A name of a list as the other values stand there; many languages write those of languages small. */
const capital = (name: string, locale: string) => name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
