import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Button } from '@zendeskgarden/react-buttons';
import type { Review } from '../../shared/reviews';
import type { FieldValues } from '../../shared/types';
import { StatusTag } from '../StatusTag';
import { fullWhen } from '../when';
import { FieldRow } from './FieldRow';

interface Props {
  review: Review;
  values: FieldValues | null;
  saving: boolean;
  trouble: string | null;
  onAnswer: (corrections: Record<string, string>) => void;
  onSkip: () => void;
}

/** One ticket: what the customer wrote, what triage made of it, and the person's word on each field. */
export function ReviewCard({ review, values, saving, trouble, onAnswer, onSkip }: Props) {
  const [corrections, setCorrections] = useState<Record<string, string>>({});
  const count = Object.keys(corrections).length;
  const card = useRef<HTMLElement>(null);
  const category = corrections.category ?? review.fields.find(f => f.field === 'category')?.value ?? null;

  useEffect(() => { card.current?.focus({ preventScroll: true }); }, []);
  // Before the card is seen: a key that is pressed at once is not lost.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select');
      if (typing || saving || event.ctrlKey || event.metaKey || event.altKey) return;
      const row = /^[1-9]$/.test(event.key) ? card.current?.querySelectorAll('select')[Number(event.key) - 1] : null;
      if (event.key === 'a') onAnswer(corrections);
      else if (event.key === 'n') onSkip();
      else if (row) row.focus();
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [corrections, saving, onAnswer, onSkip]);

  function correct(field: string, value: string) {
    setCorrections(all => {
      const { [field]: _, ...others } = all;
      // A subcategory that was chosen within another category is none of the new one's.
      if (field === 'category') delete others.subcategory;
      return value === review.fields.find(f => f.field === field)?.value ? others : { ...others, [field]: value };
    });
  }

  return (
    <article ref={card} className="review-card" tabIndex={-1} aria-label={`Ticket ${review.ticketId}`} data-ticket={review.ticketId}>
      <header>
        <h2 dir="auto">{review.subject || `Ticket ${review.ticketId}`}</h2>
        <p className="subtle small review-about">
          <StatusTag status={review.status} /> <a href={`#/tickets/${review.ticketId}`}>#{review.ticketId}</a> {review.createdAt && `· ${fullWhen(review.createdAt)}`}
        </p>
      </header>
      <div className="review-words" dir="auto" tabIndex={0} role="region" aria-label="The customer’s words">
        {review.words || <span className="subtle">The customer wrote nothing that could be read.</span>}
      </div>
      <ul className="review-fields">
        {review.fields.map((field, i) => (
          <FieldRow key={field.field} number={i + 1} field={field} choices={choicesOf(field.field, category, values)} chosen={corrections[field.field]}
            foreign={field.field === 'subcategory' && corrections.category !== undefined && !choicesOf('subcategory', category, values).includes(field.value)}
            onChoose={value => correct(field.field, value)} />
        ))}
      </ul>
      {trouble && <p className="review-trouble" role="alert">Not kept. {trouble}</p>}
      <footer>
        <Button isPrimary size="small" disabled={saving} onClick={() => onAnswer(corrections)}>
          {count === 0 ? 'Agree with all' : `Save ${count} ${count === 1 ? 'correction' : 'corrections'}, agree with the rest`} <kbd>A</kbd>
        </Button>
        <Button size="small" disabled={saving} onClick={onSkip}>Next <kbd>N</kbd></Button>
        <span className="subtle small review-keys"><kbd>1</kbd>–<kbd>{review.fields.length}</kbd> choose a field to correct</span>
      </footer>
    </article>
  );
}

function choicesOf(field: string, category: string | null, values: FieldValues | null): string[] {
  if (!values) return [];
  if (field === 'subcategory') return category === null ? [] : values.subcategory[category] ?? [];
  const found = values[field as keyof FieldValues];
  return Array.isArray(found) ? found : [];
}
