import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { textsFor } from '../src/shared/texts';
import en from '../translations/en.json';

const keysOf = (branch: object, path = ''): [string, string][] => Object.entries(branch).flatMap(([name, value]) =>
  typeof value === 'string' ? [[path + name, value] as [string, string]] : keysOf(value as object, `${path}${name}.`));
const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(found => found[0]).sort();

describe('the texts', () => {
  it.each(['ar', 'de', 'es', 'fr', 'ja'])('are the same in %s as in English, placeholders included', language => {
    const translated = new Map(keysOf(JSON.parse(readFileSync(`translations/${language}.json`, 'utf8')) as object));
    expect([...translated.keys()].sort()).toEqual(keysOf(en).map(([key]) => key).sort());
    for (const [key, text] of keysOf(en)) expect([key, placeholders(translated.get(key)!)]).toEqual([key, placeholders(text)]);
  });

  it.each(['ar', 'de', 'es', 'fr', 'ja'])('name the same values in %s as in English', language => {
    const values = (of: string) => Object.keys(JSON.parse(readFileSync(`src/shared/values/${of}.json`, 'utf8')) as object);
    expect(values(language)).toEqual(values('en'));
  });

  it('have every key that the sidebar asks for', () => {
    const known = new Set(keysOf(en).map(([key]) => key));
    const sources = readdirSync('src/sidebar').map(file => readFileSync(join('src/sidebar', file), 'utf8')).join('\n');
    const asked = [...sources.matchAll(/\bt\('([^']+)'/g)].map(found => found[1]!);
    expect(asked.length).toBeGreaterThan(40);
    expect(asked.filter(key => !known.has(key))).toEqual([]);
  });

  it('follow the agent\'s language, and are English where it is not spoken', () => {
    expect(textsFor('de-AT').t('reply.copy')).toBe('Kopieren');
    expect(textsFor('fr-CA').t('reply.copy')).toBe('Copier');
    expect(textsFor('ar')).toMatchObject({ language: 'ar', direction: 'rtl' });
    expect(textsFor('ja')).toMatchObject({ language: 'ja', direction: 'ltr' });
    expect(textsFor('fi').t('reply.copy')).toBe('Copy');
    expect(textsFor(null).t('similar.about', { number: 5, status: 'Open', percent: '80%' })).toBe('#5 · Open · 80% alike');
  });
});
