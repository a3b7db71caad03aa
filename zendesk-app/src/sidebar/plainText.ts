/** A reply as a customer should get it: no citation numbers, which lead nowhere in an e-mail, and no stray Markdown. */
export function plainText(text: string, citationNumbers: readonly number[]): string {
  const cited = new Set(citationNumbers);
  return text
    .replace(/[ \t]*\[(\d+)\](?!\()/g, (marker, number: string) => cited.has(Number(number)) ? '' : marker)
    .replace(/!?\[([^\]\n]+)\]\((https?:\/\/[^\s)]+)\)/g, '$1 ($2)')
    .replace(/^#{1,6}[ \t]+/gm, '')
    .replace(/(\*\*|__)(?=\S)([^\n]+?)(?<=\S)\1/g, '$2')
    .replace(/^```.*$\n?/gm, '')
    .replace(/`([^`\n]+)`/g, '$1')
    .trim();
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The same words for an editor that reads HTML: nothing in them can become a tag, and lines stay lines. */
export function asHtml(text: string): string {
  return text.replace(/[&<>"]/g, sign => escapes[sign]!).replace(/\r?\n/g, '<br>');
}

/** The words of what an editor holds: the rich one tells of HTML, the plain one of words. */
export function wordsOfHtml(text: string): string {
  if (!/<[a-z][\s\S]*>/i.test(text)) return text;
  const lines = text.replace(/<(?:br\s*\/?|\/p|\/div|\/li)>/gi, '\n');
  return (new DOMParser().parseFromString(lines, 'text/html').body.textContent ?? '').trim(); // a document that runs nothing
}
