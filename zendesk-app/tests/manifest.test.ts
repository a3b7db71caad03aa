import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import manifest from '../manifest.json';

// Zendesk's own validator needs a login, so its rules are checked here.
const parameters = (manifest as { parameters?: { name: string; required?: boolean; type?: string }[] }).parameters ?? [];
const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as { app: { name: string; parameters?: Record<string, { label: string }> } };

function pngSize(path: string): [number, number] {
  const bytes = readFileSync(path);
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

describe('the app package', () => {
  it('has what every manifest must have', () => {
    expect(manifest.author.name && manifest.author.email).toBeTruthy();
    expect(manifest.defaultLocale).toBe('en');
    expect(manifest.frameworkVersion).toBe('2.0');
    expect(manifest.private).toBe(true);
  });

  it('is shown beside a ticket, from an https address, opened with a signed token', () => {
    expect(Object.keys(manifest.location.support)).toEqual(['ticket_sidebar']);
    const { url, flexible } = manifest.location.support.ticket_sidebar;
    expect(new URL(url).protocol).toBe('https:');
    expect(new URL(url).pathname).toBe('/sidebar');
    expect(flexible).toBe(true);
    expect(manifest.signedUrls).toBe(true);
  });

  it('has no parameter that Zendesk refuses', () => {
    expect(parameters.filter(parameter => parameter.name === 'name')).toEqual([]);
    expect(parameters.filter(parameter => parameter.type === 'hidden' && parameter.required)).toEqual([]);
  });

  it.each(['en', 'de', 'fr', 'es', 'ja', 'ar'])('is named in %s, each parameter too', language => {
    const { app } = read(`translations/${language}.json`);
    expect(app.name).toBeTruthy();
    for (const parameter of parameters) expect(app.parameters?.[parameter.name]?.label).toBeTruthy();
  });

  it('has its logos in the sizes Zendesk shows', () => {
    expect(pngSize('assets/logo.png')).toEqual([320, 320]);
    expect(pngSize('assets/logo-small.png')).toEqual([128, 128]);
  });

  it('holds no words that the secrets scanner stops at', () => {
    for (const file of ['manifest.json', ...['en', 'de', 'fr', 'es', 'ja', 'ar'].map(language => `translations/${language}.json`)])
      expect(readFileSync(file, 'utf8')).not.toMatch(/password|secret|token"?\s*:/i);
  });

  it('has no registry host in its lock file', () => {
    expect(existsSync('package-lock.json')).toBe(true);
    expect(readFileSync('package-lock.json', 'utf8')).not.toContain('"resolved"');
  });
});
