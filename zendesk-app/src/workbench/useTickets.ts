import { useEffect, useState } from 'react';
import type { Api, TicketQuery } from '../shared/api';
import type { TicketRow } from '../shared/types';

export type Search = Omit<TicketQuery, 'after'>;

const typingPause = 250;

/** The tickets a search finds, a page at a time; a newer search cancels the older one's answer. */
export function useTickets(api: Api, search: Search) {
  const [rows, setRows] = useState<TicketRow[]>([]);
  const [next, setNext] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [loading, setLoading] = useState(true);
  const [round, setRound] = useState(0);
  const { q, status, priority, category } = search;

  useEffect(() => {
    const cancel = new AbortController();
    setLoading(true);
    const timer = setTimeout(() => {
      api.tickets({ q, status, priority, category, after: null }, cancel.signal).then(
        page => { setRows(page.items); setNext(page.next); setFailure(null); setLoading(false); },
        (reason: unknown) => { if (!cancel.signal.aborted) { setFailure(reason); setLoading(false); } });
    }, q ? typingPause : 0);
    return () => { clearTimeout(timer); cancel.abort(); };
  }, [api, q, status, priority, category, round]);

  async function more() {
    setLoading(true);
    try {
      const page = await api.tickets({ ...search, after: next });
      setRows(all => [...all, ...page.items]);
      setNext(page.next);
    } catch (reason) {
      setFailure(reason);
    }
    setLoading(false);
  }

  return { rows, next, failure, loading, more, retry: () => setRound(r => r + 1) };
}
