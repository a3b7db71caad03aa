import { useCallback, useEffect, useRef, useState } from 'react';
import type { Api } from '../shared/api';
import type { Assistance } from '../shared/types';
import type { Framework } from './framework';

// Several of these fire for one save; the pause lets the desk's own update reach us first.
const changes = ['ticket.saved', 'ticket.updated', 'ticket.status.changed', 'ticket.conversation.changed'];
const settleTime = 1_500;
const pendingWait = 3_000;
const pendingTries = 10; // half a minute; after that the agent's own Refresh is the better judge

export interface Loaded {
  assistance: Assistance | null;
  failure: unknown;
  loading: boolean;
  reload: () => void;
}

/** The ticket's assistance: fetched at once, again when the ticket changes, and while its triage is still owed. */
export function useAssistance(api: Api, framework: Framework, ticketId: string): Loaded {
  const [assistance, setAssistance] = useState<Assistance | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [loading, setLoading] = useState(true);
  const [round, setRound] = useState(0);
  const tries = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const gone = useRef(false);

  const reloadAfter = useCallback((milliseconds: number) => {
    clearTimeout(timer.current);
    if (!gone.current) timer.current = setTimeout(() => setRound(r => r + 1), milliseconds);
  }, []);

  useEffect(() => {
    for (const change of changes) framework.on(change, () => { tries.current = 0; reloadAfter(settleTime); });
    framework.on('app.willDestroy', () => { gone.current = true; clearTimeout(timer.current); });
    return () => clearTimeout(timer.current);
  }, [framework, reloadAfter]);

  useEffect(() => {
    const cancel = new AbortController();
    setLoading(true);
    api.assist(ticketId, cancel.signal).then(
      found => {
        setAssistance(found);
        setFailure(null);
        setLoading(false);
        if (found.triage.pending && tries.current++ < pendingTries) reloadAfter(pendingWait);
      },
      (reason: unknown) => {
        if (cancel.signal.aborted) return;
        setFailure(reason);
        setLoading(false);
      });
    return () => cancel.abort();
  }, [api, ticketId, round, reloadAfter]);

  return { assistance, failure, loading, reload: () => { tries.current = 0; setRound(r => r + 1); } };
}
