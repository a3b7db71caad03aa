import type { TicketRow } from '../shared/types';
import { spoken } from '../shared/texts';
import { StatusTag } from './StatusTag';
import { shortWhen } from './when';

export function TicketListItem({ row, open, onOpen }: { row: TicketRow; open: boolean; onOpen: (id: number) => void }) {
  return (
    <li>
      <a className="ticket-row" href={`#/tickets/${row.id}`} aria-current={open || undefined}
        onClick={event => { event.preventDefault(); onOpen(row.id); }}>
        <span className="ticket-row-subject" dir="auto">{row.subject || row.externalId}</span>
        <span className="ticket-row-about small subtle">
          <StatusTag status={row.status} />
          <span className="ticket-row-who">{[row.requester, row.category && spoken(row.category)].filter(Boolean).join(' · ')}</span>
          <time dateTime={row.updatedAt ?? undefined}>{shortWhen(row.updatedAt ?? row.createdAt)}</time>
        </span>
      </a>
    </li>
  );
}
