import { useEffect, useState } from 'react';
import type { Summary } from '../shared/types';
import { useSurroundings } from './context';

/** The summary that came with the ticket, and once a model has written another, that one. A failure leaves the first. */
export function useSummary(ticketId: number, given: Summary, canBeSummarised: boolean): Summary {
  const { api } = useSurroundings();
  const [written, setWritten] = useState<Summary | null>(null);

  useEffect(() => {
    setWritten(null);
    if (!canBeSummarised) return;
    const cancel = new AbortController();
    api.summary(ticketId, cancel.signal).then(summary => { if (!cancel.signal.aborted && summary.problem) setWritten(summary); }, () => undefined);
    return () => cancel.abort();
  }, [api, ticketId, given, canBeSummarised]);

  return written ?? given;
}
