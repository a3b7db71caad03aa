import { Tag } from '@zendeskgarden/react-tags';
import type { Ticket, TicketPage } from '../shared/types';
import { spoken } from '../shared/texts';
import { fullWhen } from './when';

export function Properties({ ticket, history }: { ticket: Ticket; history: TicketPage['history'] }) {
  const own = Array.isArray(ticket.fields)
    ? ticket.fields.map(field => [field.name, field.value] as const) : Object.entries(ticket.fields ?? {});
  const known: (readonly [string, string | null])[] = [
    ['Assignee', ticket.assignee], ['Group', ticket.group], ['Organization', ticket.organization],
    ['Priority', ticket.priority && spoken(ticket.priority)], ['Category', ticket.category && spoken(ticket.category)],
    ['Product', ticket.product], ['Brand', ticket.brand], ...own.map(([name, value]) => [spoken(name), value] as const),
  ];
  const filled = known.filter(([, value]) => value);
  return (
    <div className="properties">
      <dl>
        {filled.map(([name, value]) => (
          <div key={name}><dt className="subtle small">{name}</dt><dd dir="auto">{value}</dd></div>
        ))}
      </dl>
      {ticket.tags.length > 0 && (
        <div className="tags">{ticket.tags.map(tag => <Tag key={tag} size="small" isRegular><span>{tag}</span></Tag>)}</div>
      )}
      {history.length > 0 && (
        <details className="history">
          <summary className="small">History ({history.length})</summary>
          <ol className="small">
            {history.map((change, i) => (
              <li key={i}><time className="subtle">{fullWhen(change.at)}</time> {spoken(change.field)}: {change.from ?? '–'} → {change.to ?? '–'}</li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}
