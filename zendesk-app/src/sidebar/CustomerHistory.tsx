import type { History } from '../shared/types';
import { HistoryIcon } from '../shared/icons';
import { named } from '../shared/texts';
import { useSurroundings } from './context';
import { Section } from './Section';
import { TicketLink } from './TicketLink';

/** The customer's and their organization's other tickets, at a glance. */
export function CustomerHistory({ history }: { history?: History | null }) {
  const { t, figures } = useSurroundings();
  if (!history || (history.requester.tickets === 0 && !history.organization?.tickets)) return null;
  const { requester, organization, recent } = history;
  const when = (instant: string | null) => instant ? figures.day(instant) : '–';
  const counts = (of: { tickets: number; open: number; lastAt: string | null }) =>
    t('history.counts', { tickets: figures.count(of.tickets), open: figures.count(of.open), last: when(of.lastAt) });
  return (
    <Section name="history" title={t('history.title')} icon={<HistoryIcon />} note={requester.tickets || undefined} startClosed>
      <p>
        <strong>{t('history.customer')}</strong> · {counts(requester)}
        {requester.csat !== null && ` · ${t('history.csat', { percent: figures.percent(requester.csat) })}`}
      </p>
      {organization && (
        <p dir="auto"><strong>{organization.name}</strong> · {counts(organization)}</p>
      )}
      {recent.length > 0 && (
        <ul className="cards">
          {recent.map(ticket => (
            <li key={ticket.id}><TicketLink ticket={ticket} /><p className="subtle small">{named(t, 'status', ticket.status)} · {when(ticket.createdAt)}</p></li>
          ))}
        </ul>
      )}
    </Section>
  );
}
