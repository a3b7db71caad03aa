import { useState, type FormEvent } from 'react';
import { Button } from '@zendeskgarden/react-buttons';
import { Field, Fieldset, Radio, Textarea } from '@zendeskgarden/react-forms';
import { useSurroundings } from './context';

// Stored as they stand here whatever language the agent reads, so that they can be counted.
const reasons = ['wrong facts', 'not this problem', 'outdated', 'tone or language'] as const;

export function ReasonForm({ onSend, onCancel }:
  { onSend: (reason: string | null, correction: string | null) => void; onCancel: () => void }) {
  const { t } = useSurroundings();
  const [reason, setReason] = useState<string | null>(null);
  const [words, setWords] = useState('');
  const [correction, setCorrection] = useState('');

  function send(event: FormEvent) {
    event.preventDefault();
    onSend([reason, words.trim()].filter(Boolean).join(': ') || null, correction.trim() || null);
  }

  return (
    <form className="reason-form" onSubmit={send}>
      <Fieldset isCompact>
        <Fieldset.Legend>{t('feedback.why')}</Fieldset.Legend>
        {reasons.map((choice, i) => (
          <Field key={choice}>
            <Radio name="reason" value={choice} autoFocus={i === 0} checked={reason === choice} onChange={() => setReason(choice)}>
              <Field.Label isRegular>{t(`feedback.reasons.${choice}`)}</Field.Label>
            </Radio>
          </Field>
        ))}
      </Fieldset>
      <Field>
        <Field.Label isRegular>{t('feedback.words')}</Field.Label>
        <Textarea isCompact minRows={1} maxRows={6} maxLength={900} name="words" value={words} onChange={e => setWords(e.target.value)} />
      </Field>
      <Field>
        <Field.Label isRegular>{t('feedback.correction')}</Field.Label>
        <Textarea isCompact minRows={2} maxRows={10} maxLength={10_000} name="correction" value={correction} onChange={e => setCorrection(e.target.value)} />
      </Field>
      <div className="row">
        <Button size="small" isPrimary type="submit" disabled={!reason && !words.trim() && !correction.trim()}>{t('feedback.send')}</Button>
        <Button size="small" isBasic onClick={onCancel}>{t('action.cancel')}</Button>
      </div>
    </form>
  );
}
