import type { SimilarTicket } from '../shared/types';
import { SimilarIcon } from '../shared/icons';
import { spoken } from '../shared/texts';
import { useSurroundings } from './context';
import { Quiet, Section } from './Section';

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
  const { framework, source, t } = useSurroundings();
  // The page around us can open what it knows: its own tickets in a desk, all of ours in the workbench.
  const number = source === null ? String(ticket.id) : ticket.source === source ? ticket.externalId : null;
  return (
    <li data-similar={ticket.id}>
      {number
        ? (
          <button type="button" className="link" dir="auto"
            onClick={() => void framework.invoke('routeTo', 'ticket', number).catch(() => undefined)}>{ticket.subject}</button>
        )
        : <span dir="auto">{ticket.subject}</span>}
      <p className="subtle small">
        {ticket.sameRequester && <><strong>{t('similar.sameRequester')}</strong> · </>}
        {t('similar.about', { number: number ?? ticket.externalId, status: spoken(ticket.status), percent: Math.round(ticket.score * 100) })}
      </p>
      {ticket.resolution && (
        <p className="resolution small" dir="auto"><strong>{t('similar.resolution')}</strong> {ticket.resolution}</p>
      )}
    </li>
  );
}
