import type { RelatedTicket } from '../shared/types';
import { SimilarIcon } from '../shared/icons';
import { named } from '../shared/texts';
import { useSurroundings } from './context';
import { Section } from './Section';
import { TicketLink, useNumberOf } from './TicketLink';

/** What the ticket may be a second telling of, or a part of. Linking them is the agent's to do, at the desk. */
export function SameMatter({ duplicates = [], problem }: { duplicates?: RelatedTicket[]; problem?: RelatedTicket | null }) {
  const { t } = useSurroundings();
  if (duplicates.length === 0 && !problem) return null;
  return (
    <Section name="same-matter" title={t('sameMatter.title')} icon={<SimilarIcon />} note={duplicates.length || undefined}>
      {problem && (
        <>
          <p className="small subtle">{t('sameMatter.problem')}</p>
          <ul className="cards"><Related ticket={problem} /></ul>
        </>
      )}
      {duplicates.length > 0 && (
        <>
          <p className="small subtle">{t('sameMatter.duplicates')}</p>
          <ul className="cards">{duplicates.map(ticket => <Related key={ticket.id} ticket={ticket} />)}</ul>
        </>
      )}
    </Section>
  );
}

function Related({ ticket }: { ticket: RelatedTicket }) {
  const { t, figures } = useSurroundings();
  const number = useNumberOf(ticket);
  return (
    <li data-related={ticket.id}>
      <TicketLink ticket={ticket} />
      <p className="subtle small">{t('similar.about', { number: number ?? ticket.externalId, status: named(t, 'status', ticket.status), percent: figures.percent(ticket.score) })}</p>
      <p className="small" dir="auto">{ticket.because}</p>
    </li>
  );
}
