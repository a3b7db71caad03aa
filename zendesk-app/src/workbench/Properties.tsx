import { Tag } from '@zendeskgarden/react-tags';
import type { TicketDetail } from '../shared/types';
import { spoken } from '../shared/texts';
import { fullWhen } from './when';

export function Properties({ detail }: { detail: TicketDetail }) {
  const { ticket, history, tags } = detail;
  const known: (readonly [string, string | null])[] = [
    ['Assignee', ticket.assignee], ['Group', ticket.group], ['Organization', detail.organization],
    ['Priority', ticket.priority && spoken(ticket.priority)], ['Category', ticket.category && spoken(ticket.category)],
    ['Product', detail.product], ['Brand', detail.brand], ...Object.entries(detail.fields).map(([name, value]) => [spoken(name), value] as const),
  ];
  const filled = known.filter(([, value]) => value);
  return (
    <div className="properties">
      <dl>
        {filled.map(([name, value]) => (
          <div key={name}><dt className="subtle small">{name}</dt><dd dir="auto">{value}</dd></div>
        ))}
      </dl>
      {tags.length > 0 && (
        <div className="tags">{tags.map(tag => <Tag key={tag} size="small" isRegular><span>{tag}</span></Tag>)}</div>
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
