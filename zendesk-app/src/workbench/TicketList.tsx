import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Button } from '@zendeskgarden/react-buttons';
import { Skeleton } from '@zendeskgarden/react-loaders';
import type { Api } from '../shared/api';
import { Blank } from './Blank';
import { Filters } from './Filters';
import { TicketListItem } from './TicketListItem';
import { useTickets, type Search } from './useTickets';
import { wordsForFailure } from './wordsForFailure';

interface Props { api: Api; openId: number | null; onOpen: (id: number, replace?: boolean) => void }

const lookAgain = 3_000;
const everything: Search = { q: '', status: '', priority: '', category: '' };

export function TicketList({ api, openId, onOpen }: Props) {
  const [search, setSearch] = useState(everything);
  const { rows, next, failure, loading, more, retry } = useTickets(api, search);
  const list = useRef<HTMLUListElement>(null);
  const narrowed = Object.values(search).some(Boolean);

  // A newcomer should see the product at once, not an empty middle.
  const first = rows[0]?.id;
  useEffect(() => { if (openId === null && first !== undefined) onOpen(first, true); }, [openId, first, onOpen]);

  // An import is run in another window: its tickets should show without a reload.
  const waiting = !loading && !failure && !narrowed && rows.length === 0;
  useEffect(() => {
    if (!waiting) return;
    const timer = setTimeout(retry, lookAgain);
    return () => clearTimeout(timer);
  });

  return (
    <aside className="list-pane" aria-label="Tickets">
      <Filters api={api} search={search} onSearch={setSearch} />
      <div className="list-scroll">
        {show()}
        {next && !failure && <div className="list-more"><Button size="small" disabled={loading} onClick={() => void more()}>Show more</Button></div>}
      </div>
    </aside>
  );

  function show() {
    if (failure) return <Blank title="Could not read the tickets" text={wordsForFailure(failure)} retry={retry} />;
    if (loading && rows.length === 0) return <Loading />;
    if (rows.length === 0)
      return narrowed
        ? <Blank title="No ticket matches" text="Try fewer words, or clear the filters." act={['Show all tickets', () => setSearch(everything)]} />
        : <Blank title="No tickets yet" text="Bring your own in by the command above; this list looks again by itself." />;
    return (
      <ul ref={list} aria-busy={loading} onKeyDown={move} data-testid="tickets">
        {rows.map(row => <TicketListItem key={row.id} row={row} open={row.id === openId} onOpen={onOpen} />)}
      </ul>
    );
  }

  /** Arrow keys walk the list, Home and End its ends; Enter opens, since each row is a link. */
  function move(event: KeyboardEvent) {
    const links = [...list.current!.querySelectorAll('a')];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    links[Math.max(0, Math.min(to, links.length - 1))]?.focus();
  }
}

function Loading() {
  return (
    <div role="status" aria-label="Loading tickets" className="list-loading">
      {['80%', '64%', '72%', '90%', '58%', '76%'].map(width => (
        <div key={width}><Skeleton width={width} height="14px" /><Skeleton width="40%" height="11px" /></div>
      ))}
    </div>
  );
}
