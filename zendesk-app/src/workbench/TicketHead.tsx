import type { ReactNode } from 'react';
import type { TicketRow } from '../shared/types';
import { StatusTag } from './StatusTag';
import { fullWhen } from './when';

export function TicketHead({ ticket, channel, children }: { ticket: TicketRow; channel: string | null; children: ReactNode }) {
  // Cards and lists call a ticket by its id at the desk, the workbench's addresses by ours.
  const origin = `${ticket.source} ${ticket.externalId}`;
  const about = [`#${ticket.id}`, origin, ticket.requester && `from ${ticket.requester}`, channel && `via ${channel}`, fullWhen(ticket.createdAt)];
  return (
    <div className="ticket-head">
      <div>
        <h1 dir="auto">{ticket.subject || ticket.externalId}</h1>
        <div className="ticket-head-about subtle small"><StatusTag status={ticket.status} /> {about.filter(Boolean).join(' · ')}</div>
      </div>
      {children}
    </div>
  );
}
