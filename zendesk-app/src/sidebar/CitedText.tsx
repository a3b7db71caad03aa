import type { Citation } from '../shared/types';
import { useSurroundings } from './context';
import { citationId } from './Citations';
import { plainText } from './plainText';

const marker = /[ \t]*\[(\d+)\]/; // with the blank before it: a number sits on its word, like any footnote

/** The reply's words, each citation number leading to its source below. Text only: markup in it stays words. */
export function CitedText({ text, citations }: { text: string; citations: Citation[] }) {
  const { t } = useSurroundings();
  const known = new Map(citations.map(citation => [citation.number, citation]));
  return (
    <div className="reply-text" dir="auto" data-testid="reply-text">
      {plainText(text, []).split(marker).map((part, i) => {
        if (i % 2 === 0) return part;
        const citation = known.get(Number(part));
        if (!citation) return `[${part}]`;
        return (
          <button key={i} type="button" className="marker" onClick={() => show(citation.number)}
            aria-label={t('reply.source', { number: citation.number, title: citation.title })}>{part}</button>
        );
      })}
    </div>
  );
}

function show(number: number) {
  const source = document.getElementById(citationId(number));
  source?.focus();
  source?.scrollIntoView({ block: 'nearest' });
}
