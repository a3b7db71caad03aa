import { useCallback, useEffect, useState } from 'react';
import type { Api } from '../../shared/api';
import type { Review, ReviewKind } from '../../shared/reviews';

/** What waits for a person's word, one at a time; the next page is read when the last of this one is reached. */
export function useReviews(api: Api, kind: ReviewKind) {
  const [items, setItems] = useState<Review[] | null>(null);
  const [next, setNext] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [round, setRound] = useState(0);

  useEffect(() => {
    const cancel = new AbortController();
    setItems(null);
    setFailure(null);
    api.reviews(kind, null, cancel.signal).then(
      page => { setItems(page.items); setNext(page.next); },
      (reason: unknown) => { if (!cancel.signal.aborted) setFailure(reason); });
    return () => cancel.abort();
  }, [api, kind, round]);

  /** Puts the first one away: answered, or left for another time. */
  const drop = useCallback(() => setItems(all => all?.slice(1) ?? null), []);

  useEffect(() => {
    if (items?.length !== 0 || next === null) return;
    const cancel = new AbortController();
    api.reviews(kind, next, cancel.signal).then(
      page => { setItems(page.items); setNext(page.next); },
      (reason: unknown) => { if (!cancel.signal.aborted) setFailure(reason); });
    return () => cancel.abort();
  }, [api, kind, items, next]);

  const loading = items === null || (items.length === 0 && next !== null);
  return { review: items?.[0] ?? null, loading, failure, drop, again: () => setRound(r => r + 1) };
}
