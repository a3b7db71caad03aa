import { ProblemError } from '../shared/api';
import { TimeLimitError } from '../shared/timeLimit';
import { Articles } from './Articles';
import { useSurroundings } from './context';
import { CustomerHistory } from './CustomerHistory';
import { Notice } from './Notice';
import { Outlook } from './Outlook';
import { PanelSkeleton } from './PanelSkeleton';
import { SameMatter } from './SameMatter';
import { Similar } from './Similar';
import { SuggestedReply } from './SuggestedReply';
import { SummaryOfTicket } from './SummaryOfTicket';
import { TriageOfTicket } from './TriageOfTicket';
import { useAssistance } from './useAssistance';

/** The panel beside one ticket. */
export function Assistant({ ticketId }: { ticketId: string }) {
  const { api, framework, t } = useSurroundings();
  const { assistance, failure, loading, reload } = useAssistance(api, framework, ticketId);

  const ended = failure instanceof ProblemError && failure.status === 401;
  const trouble = failure !== null && (ended
    ? <Notice alert title={t('state.ended.title')} text={t('state.ended.text')} />
    : <Notice alert title={t('state.failed.title')} text={wordsFor(failure)} retry={[t('action.retry'), reload]} />);
  if (!assistance) return trouble && !loading ? trouble : <PanelSkeleton label={t('state.loading')} />;

  return (
    <main aria-busy={loading}>
      {trouble}
      {assistance.fetchedNow && !trouble && <p className="fetched small subtle" role="status">{t('state.fetched')}</p>}
      <SummaryOfTicket summary={assistance.summary} />
      <SameMatter duplicates={assistance.duplicates} problem={assistance.problem} />
      <SuggestedReply key={assistance.reply.suggestionId} ticketId={assistance.ticket.id} reply={assistance.reply} canBeWritten={assistance.canBeWritten} />
      <TriageOfTicket ticketId={assistance.ticket.id} triage={assistance.triage} />
      <Outlook risk={assistance.risk} expected={assistance.expectedResolution} />
      <CustomerHistory history={assistance.history} />
      <Similar tickets={assistance.similar} />
      <Articles articles={assistance.articles} />
    </main>
  );

  function wordsFor(reason: unknown): string {
    if (reason instanceof TimeLimitError) return t('state.failed.slow');
    if (reason instanceof ProblemError) {
      const key = `state.failed.reasons.${reason.reason}`;
      const known = t(key);
      return known === key ? reason.detail ?? reason.title : known;
    }
    return t('state.failed.unreachable');
  }
}
