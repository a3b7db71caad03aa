import { lazy, Suspense, useEffect, useState } from 'react';
import type { Api } from '../shared/api';
import { SafetyNet } from '../shared/SafetyNet';
import type { Session } from '../shared/session';
import { AppTheme } from '../shared/theme';
import { Blank } from './Blank';
import { Header } from './Header';
import { Intro } from './Intro';
import { ReviewPage } from './review/ReviewPage';
import { TicketList } from './TicketList';
import { TicketView } from './TicketView';
import { usePage } from './usePage';
import { usePreferredScheme } from './usePreferredScheme';
import { useTicketInAddress } from './useTicketInAddress';

// The card renderer is larger than everything else together: it is loaded by those who open a page that draws cards.
const BotPage = lazy(async () => ({ default: (await import('./bot/BotPage')).BotPage }));
const GalleryPage = lazy(async () => ({ default: (await import('./cards/GalleryPage')).GalleryPage }));

export function Workbench({ api, session }: { api: Api; session: Session }) {
  const [scheme, setScheme] = usePreferredScheme();
  const page = usePage();
  const [ticketId, openTicket] = useTicketInAddress();
  const [drafts, setDrafts] = useState<Record<number, string>>({});
  useEffect(() => { document.title = `SupportCopilot workbench${session.tenant ? ` · ${session.tenant}` : ''}`; }, [session]);

  return (
    <AppTheme scheme={scheme} direction="ltr">
      <div className="workbench">
        <Header session={session} page={page} scheme={scheme} onScheme={setScheme} />
        {!session.authorization && (
          <Blank title="Nobody is signed in"
            text={`${session.refused ?? 'The server gave no session.'} The workbench signs you in by itself in Development, over an address such as http://localhost:3978, while no desk is connected.`} />
        )}
        {session.authorization && page === 'tickets' && (
          <>
            <Intro tenant={session.tenant} />
            <div className="desk">
              <TicketList api={api} openId={ticketId} onOpen={openTicket} />
              {ticketId === null
                ? <Blank title="Choose a ticket" text="Its conversation opens here, with SupportCopilot beside it." />
                : (
                  <SafetyNet key={ticketId}
                    words={retry => <Blank title="This ticket could not be drawn" text="Something in the answer was not as expected." retry={retry} />}>
                    <TicketView api={api} session={session} ticketId={ticketId} scheme={scheme} onOpen={openTicket}
                      draft={drafts[ticketId] ?? ''} onDraft={text => setDrafts(all => ({ ...all, [ticketId]: text }))} />
                  </SafetyNet>
                )}
            </div>
          </>
        )}
        {session.authorization && page !== 'tickets' && (
          <SafetyNet key={page} words={retry => <Blank title="This page could not be drawn" text="Something in it was not as expected. Is the server still running?" retry={retry} />}>
            <Suspense fallback={<p className="blank subtle" role="status">Loading…</p>}>
              {page === 'review' ? <ReviewPage api={api} /> : page === 'bot' ? <BotPage session={session} /> : <GalleryPage session={session} />}
            </Suspense>
          </SafetyNet>
        )}
      </div>
    </AppTheme>
  );
}
