import { useState } from 'react';
import type { Reply, RewriteWish, WishNotMet } from '../shared/types';
import { useSurroundings } from './context';
import { wordsForFailure } from './wordsForFailure';

export interface Rewriting {
  /** The version that is shown. */
  reply: Reply;
  notDone: WishNotMet[];
  state: 'none' | 'busy' | 'done' | 'failed';
  detail: string;
  canGoBack: boolean;
  rewrite: (wish: RewriteWish) => Promise<void>;
  goBack: () => void;
  /** Takes a version that was made elsewhere. */
  take: (reply: Reply) => void;
}

/** The versions of a suggested reply, newest last. A rewriting starts from the one that is shown; a failed one changes nothing. */
export function useRewriting(ticketId: number, suggested: Reply): Rewriting {
  const { api, t } = useSurroundings();
  const [versions, setVersions] = useState<Reply[]>([suggested]);
  const [notDone, setNotDone] = useState<WishNotMet[]>([]);
  const [state, setState] = useState<Rewriting['state']>('none');
  const [detail, setDetail] = useState('');
  const reply = versions[versions.length - 1]!;

  async function rewrite(wish: RewriteWish) {
    setState('busy');
    setNotDone([]);
    try {
      const { notDone: missed, ...written } = await api.rewrite(ticketId, { ...wish, suggestionId: reply.suggestionId });
      if (written.text !== reply.text) setVersions([...versions, written]);
      setNotDone(missed);
      setState('done');
    } catch (reason) {
      setDetail(wordsForFailure(reason, t));
      setState('failed');
    }
  }

  function goBack() {
    setVersions(versions.slice(0, -1));
    setNotDone([]);
    setState('none');
  }

  return { reply, notDone, state, detail, canGoBack: versions.length > 1, rewrite, goBack, take: written => setVersions(before => [...before, written]) };
}
