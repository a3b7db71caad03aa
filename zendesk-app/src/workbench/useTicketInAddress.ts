import { useCallback, useEffect, useState } from 'react';

const ticketIn = (hash: string) => {
  const found = /^#\/tickets\/(\d+)$/.exec(hash);
  return found ? Number(found[1]) : null;
};

/** The open ticket stands in the address, so that a reload, the back button and a shared link keep it. */
export function useTicketInAddress(): [number | null, (id: number, replace?: boolean) => void] {
  const [id, setId] = useState(() => ticketIn(location.hash));
  useEffect(() => {
    const follow = () => setId(ticketIn(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const open = useCallback((next: number, replace = false) => {
    if (replace) location.replace(`#/tickets/${next}`);
    else location.hash = `/tickets/${next}`;
  }, []);
  return [id, open];
}
