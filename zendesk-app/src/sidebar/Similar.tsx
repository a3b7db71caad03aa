import type { SimilarTicket } from '../shared/types';
import { SimilarIcon } from '../shared/icons';
import { named } from '../shared/texts';
import { useSurroundings } from './context';
import { Quiet, Section } from './Section';
import { TicketLink, useNumberOf } from './TicketLink';

export function Similar({ tickets }: { tickets: SimilarTicket[] }) {
  const { t } = useSurroundings();
  return (
    <Section name="similar" title={t('similar.title')} icon={<SimilarIcon />} note={tickets.length || undefined}>
      {tickets.length === 0
        ? <Quiet>{t('similar.empty')}</Quiet>
        : (
          <>
            <p className="caution small">{t('similar.caution')}</p>
            <ul className="cards">{tickets.map(ticket => <SimilarCard key={ticket.id} ticket={ticket} />)}</ul>
          </>
        )}
    </Section>
  );
}

function SimilarCard({ ticket }: { ticket: SimilarTicket }) {
  const { t, figures } = useSurroundings();
  const number = useNumberOf(ticket);
  return (
    <li data-similar={ticket.id}>
      <TicketLink ticket={ticket} />
      <p className="subtle small">
        {ticket.sameRequester && <><strong>{t('similar.sameRequester')}</strong> · </>}
        {t('similar.about', { number: number ?? ticket.externalId, status: named(t, 'status', ticket.status), percent: figures.percent(ticket.score) })}
      </p>
      {ticket.resolution && (
        <p className="resolution small" dir="auto"><strong>{t('similar.resolution')}</strong> {ticket.resolution}</p>
      )}
    </li>
  );
}
