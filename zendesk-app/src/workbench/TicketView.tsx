import { useEffect, useRef, useState } from 'react';
import { Skeleton } from '@zendeskgarden/react-loaders';
import type { Api } from '../shared/api';
import type { Session } from '../shared/session';
import type { ColorScheme } from '../shared/theme';
import type { TicketDetail } from '../shared/types';
import { Blank } from './Blank';
import { Properties } from './Properties';
import { ReplyEditor, type Editor } from './ReplyEditor';
import { SidebarFrame } from './SidebarFrame';
import { StatusChoice } from './StatusChoice';
import { Thread } from './Thread';
import { TicketHead } from './TicketHead';
import { wordsForFailure } from './wordsForFailure';

interface Props {
  api: Api;
  session: Session;
  ticketId: number;
  scheme: ColorScheme;
  draft: string;
  onDraft: (text: string) => void;
  onOpen: (id: number) => void;
}

export function TicketView({ api, session, ticketId, scheme, draft, onDraft, onOpen }: Props) {
  const [page, setPage] = useState<TicketDetail | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [round, setRound] = useState(0);
  const editor = useRef<Editor>(null);

  useEffect(() => {
    const cancel = new AbortController();
    setFailure(null);
    api.ticket(ticketId, cancel.signal).then(setPage, (reason: unknown) => { if (!cancel.signal.aborted) setFailure(reason); });
    return () => cancel.abort();
  }, [api, ticketId, round]);

  return (
    <>
      <main className="ticket" aria-label="Ticket">
        {failure !== null && <Blank title="Could not read the ticket" text={wordsForFailure(failure)} retry={() => setRound(r => r + 1)} />}
        {!page && failure === null && <Loading />}
        {page && (
          <>
            <TicketHead ticket={page.ticket} channel={page.channel}>
              <StatusChoice api={api} ticketId={ticketId} status={page.ticket.status} onChanged={() => setRound(r => r + 1)} />
            </TicketHead>
            <div className="ticket-scroll">
              <Properties detail={page} />
              <Thread comments={page.comments} />
            </div>
            <ReplyEditor ref={editor} draft={draft} onDraft={onDraft} to={page.ticket.requester} />
          </>
        )}
      </main>
      <SidebarFrame ticketId={ticketId} subject={page?.ticket.subject ?? null} status={page?.ticket.status ?? null}
        tenant={session.tenant} scheme={scheme} editor={editor} onOpen={onOpen} />
    </>
  );
}

function Loading() {
  return (
    <div className="ticket-loading" role="status" aria-label="Loading the ticket">
      {['60%', '30%', '100%', '94%', '97%', '40%'].map(width => <div key={width}><Skeleton width={width} height="16px" /></div>)}
    </div>
  );
}
