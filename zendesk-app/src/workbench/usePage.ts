import { useEffect, useState } from 'react';

export type Page = 'tickets' | 'review' | 'bot' | 'cards';

const pages: Record<string, Page> = { '#/review': 'review', '#/bot': 'bot', '#/cards': 'cards' };

const pageIn = (hash: string): Page => pages[hash] ?? 'tickets';

/** The open page stands in the address, as the open ticket does. */
export function usePage(): Page {
  const [page, setPage] = useState(() => pageIn(location.hash));
  useEffect(() => {
    const follow = () => setPage(pageIn(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return page;
}
