import { useEffect, useState } from 'react';
import type { Reply } from '../shared/types';
import { useSurroundings } from './context';

export interface Writing {
  state: 'none' | 'writing' | 'done' | 'failed';
  /** What was written so far. */
  text: string;
}

/** Has a model write the reply while the agent looks on. What it gives in the end is handed over; until then nothing can be inserted. */
export function useWriting(ticketId: number, canBeWritten: boolean, whole: (reply: Reply) => void): Writing {
  const { api } = useSurroundings();
  const [writing, setWriting] = useState<Writing>({ state: canBeWritten ? 'writing' : 'none', text: '' });

  useEffect(() => {
    if (!canBeWritten) return;
    const cancel = new AbortController();
    void write().catch(() => setState('failed'));
    return () => cancel.abort();

    async function write() {
      for await (const piece of api.written(ticketId, cancel.signal)) {
        if (cancel.signal.aborted) return;
        if (piece.text) setWriting(before => ({ state: 'writing', text: before.text + piece.text }));
        if (piece.reply) { whole(piece.reply); setState('done'); return; }
        if (piece.because) break;
      }
      setState('failed');
    }

    function setState(state: Writing['state']) {
      if (!cancel.signal.aborted) setWriting({ state, text: '' });
    }
    // Once for each suggestion: the part is drawn anew with its key when the ticket changes.
  }, [api, ticketId, canBeWritten]);

  return writing;
}
