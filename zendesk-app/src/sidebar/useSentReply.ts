import { useCallback, useEffect, useRef } from 'react';
import type { Framework } from './framework';
import { useSurroundings } from './context';
import { wordsOfHtml } from './plainText';

/**
 * Tells the server what became of a suggestion that was inserted here: the words that the agent sent in the end. They are
 * read as the agent types and never held up; a note, or a reply that nothing was inserted into, is nobody's business.
 */
export function useSentReply(ticketId: number): (suggestionId: string | null) => void {
  const { api, framework } = useSurroundings();
  const inserted = useRef<string | null>(null);
  const words = useRef('');

  useEffect(() => {
    let gone = false;
    framework.on('comment.text.changed', (text: unknown) => { if (typeof text === 'string') words.current = wordsOfHtml(text); });
    framework.on('ticket.save', () => { void read(); });   // gives nothing back: Zendesk waits for a promise
    framework.on('ticket.submit.done', () => { if (!gone) void tell(); });
    return () => { gone = true; };

    async function read() {
      const text = await commentOf(framework);
      if (text) words.current = text;
    }

    async function tell() {
      const [suggestionId, text] = [inserted.current, words.current.trim()];
      inserted.current = null;
      words.current = '';
      if (!suggestionId || !text) return;
      // What is not counted costs the agent nothing, so nothing is said about it.
      await api.sent(ticketId, { suggestionId, text }).catch(() => undefined);
    }
  }, [api, framework, ticketId]);

  return useCallback(suggestionId => { inserted.current = suggestionId; words.current = ''; void commentOf(framework).then(text => { if (text) words.current = text; }); }, [framework]);
}

async function commentOf(framework: Framework): Promise<string | null> {
  const [kind, text] = await Promise.all([framework.get<string>('ticket.comment.type'), framework.get<string>('ticket.comment.text')]);
  return kind === 'internalNote' || typeof text !== 'string' ? null : wordsOfHtml(text);
}
