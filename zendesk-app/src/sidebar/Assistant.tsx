import { ProblemError } from '../shared/api';
import { TimeLimitError } from '../shared/timeLimit';
import { Articles } from './Articles';
import { useSurroundings } from './context';
import { Notice } from './Notice';
import { PanelSkeleton } from './PanelSkeleton';
import { Similar } from './Similar';
import { SuggestedReply } from './SuggestedReply';
import { SummaryOfTicket } from './SummaryOfTicket';
import { TriageOfTicket } from './TriageOfTicket';
import { useAssistance } from './useAssistance';

/** The panel beside one ticket. */
export function Assistant({ ticketId }: { ticketId: string }) {
  const { api, framework, t } = useSurroundings();
  const { assistance, failure, loading, reload } = useAssistance(api, framework, ticketId);

  const trouble = failure !== null && (
    <Notice alert title={t('state.failed.title')} text={wordsFor(failure)} retry={[t('action.retry'), reload]} />
  );
  if (!assistance) return trouble && !loading ? trouble : <PanelSkeleton label={t('state.loading')} />;

  return (
    <main aria-busy={loading}>
      {trouble}
      <SummaryOfTicket summary={assistance.summary} />
      <SuggestedReply key={assistance.reply.suggestionId} ticketId={assistance.ticket.id} reply={assistance.reply} />
      <TriageOfTicket ticketId={assistance.ticket.id} triage={assistance.triage} />
      <Similar tickets={assistance.similar} />
      <Articles articles={assistance.articles} />
    </main>
  );

  function wordsFor(reason: unknown): string {
    if (reason instanceof TimeLimitError) return t('state.failed.slow');
    if (reason instanceof ProblemError) {
      if (reason.status === 401) return t('state.failed.expired');
      return reason.detail ?? reason.title;
    }
    return t('state.failed.unreachable');
  }
}
