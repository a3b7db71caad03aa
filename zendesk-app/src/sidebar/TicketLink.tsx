import { useSurroundings } from './context';

interface Linked { id: number; source: string; externalId: string; subject: string }

/** The number by which the page around us knows a ticket: its own tickets in a desk, all of ours in the workbench; null where it does not. */
export function useNumberOf(ticket: Linked): string | null {
  const { source } = useSurroundings();
  return source === null ? String(ticket.id) : ticket.source === source ? ticket.externalId : null;
}

/** A ticket's subject, which opens it where the page around us can. */
export function TicketLink({ ticket }: { ticket: Linked }) {
  const { framework } = useSurroundings();
  const number = useNumberOf(ticket);
  if (!number) return <span dir="auto">{ticket.subject}</span>;
  return (
    <button type="button" className="link" dir="auto"
      onClick={() => void framework.invoke('routeTo', 'ticket', number).catch(() => undefined)}>{ticket.subject}</button>
  );
}
