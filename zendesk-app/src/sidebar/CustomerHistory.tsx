import type { History } from '../shared/types';
import { HistoryIcon } from '../shared/icons';
import { spoken } from '../shared/texts';
import { useSurroundings } from './context';
import { Section } from './Section';
import { TicketLink } from './TicketLink';

/** The customer's and their organization's other tickets, at a glance. */
export function CustomerHistory({ history }: { history?: History | null }) {
  const { t, language } = useSurroundings();
  if (!history || (history.requester.tickets === 0 && !history.organization?.tickets)) return null;
  const { requester, organization, recent } = history;
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
  const when = (instant: string | null) => instant ? day.format(new Date(instant)) : '–';
  return (
    <Section name="history" title={t('history.title')} icon={<HistoryIcon />} note={requester.tickets || undefined} startClosed>
      <p>
        <strong>{t('history.customer')}</strong> · {t('history.counts', { tickets: requester.tickets, open: requester.open, last: when(requester.lastAt) })}
        {requester.csat !== null && ` · ${t('history.csat', { percent: Math.round(requester.csat * 100) })}`}
      </p>
      {organization && (
        <p dir="auto"><strong>{organization.name}</strong> · {t('history.counts', { tickets: organization.tickets, open: organization.open, last: when(organization.lastAt) })}</p>
      )}
      {recent.length > 0 && (
        <ul className="cards">
          {recent.map(ticket => (
            <li key={ticket.id}><TicketLink ticket={ticket} /><p className="subtle small">{spoken(ticket.status)} · {when(ticket.createdAt)}</p></li>
          ))}
        </ul>
      )}
    </Section>
  );
}
