import type { ReactNode } from 'react';
import { ProblemError } from '../shared/api';
import type { Assistance } from '../shared/types';
import { Articles } from './Articles';
import { Cautions } from './Cautions';
import { useSurroundings } from './context';
import { CustomerHistory } from './CustomerHistory';
import { Notice } from './Notice';
import { Outlook } from './Outlook';
import { PanelSkeleton } from './PanelSkeleton';
import { SameMatter } from './SameMatter';
import { Similar } from './Similar';
import { SuggestedReply } from './SuggestedReply';
import { SummaryOfTicket } from './SummaryOfTicket';
import { Templates } from './Templates';
import { TriageOfTicket } from './TriageOfTicket';
import { useAssistance } from './useAssistance';
import { useSentReply } from './useSentReply';
import { wordsForFailure } from './wordsForFailure';

/** The panel beside one ticket. */
export function Assistant({ ticketId }: { ticketId: string }) {
  const { api, framework, t } = useSurroundings();
  const { assistance, failure, loading, reload } = useAssistance(api, framework, ticketId);

  const ended = failure instanceof ProblemError && failure.status === 401;
  const trouble = failure !== null && (ended
    ? <Notice alert title={t('state.ended.title')} text={t('state.ended.text')} />
    : <Notice alert title={t('state.failed.title')} text={wordsForFailure(failure, t)} retry={[t('action.retry'), reload]} />);
  if (!assistance) return trouble && !loading ? trouble : <PanelSkeleton label={t('state.loading')} />;

  return <Parts key={assistance.ticket.id} assistance={assistance} loading={loading} trouble={trouble} />;
}

function Parts({ assistance, loading, trouble }: { assistance: Assistance; loading: boolean; trouble: ReactNode }) {
  const { t } = useSurroundings();
  const { ticket, templates = [] } = assistance;
  const inserted = useSentReply(ticket.id);
  const better = templates.some(template => template.fitsBetter);
  return (
    <main aria-busy={loading}>
      {trouble}
      {assistance.fetchedNow && !trouble && <p className="fetched small subtle" role="status">{t('state.fetched')}</p>}
      <SummaryOfTicket ticketId={ticket.id} summary={assistance.summary} canBeSummarised={assistance.canBeSummarised} />
      <SameMatter duplicates={assistance.duplicates} problem={assistance.problem} />
      <Cautions cautions={assistance.cautions} />
      {better && <Templates templates={templates} isBesideReply={assistance.reply.text !== null} />}
      <SuggestedReply key={assistance.reply.suggestionId} ticketId={ticket.id} reply={assistance.reply} canBeWritten={assistance.canBeWritten} onInserted={inserted} />
      {!better && <Templates templates={templates} isBesideReply={assistance.reply.text !== null} />}
      <TriageOfTicket ticketId={ticket.id} triage={assistance.triage} />
      <Outlook risk={assistance.risk} expected={assistance.expectedResolution} />
      <CustomerHistory history={assistance.history} />
      <Similar tickets={assistance.similar} />
      <Articles articles={assistance.articles} />
    </main>
  );
}
