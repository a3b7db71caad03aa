import { useState } from 'react';
import { Field, Select } from '@zendeskgarden/react-forms';
import type { Api } from '../shared/api';
import { spoken } from '../shared/texts';
import { wordsForFailure } from './wordsForFailure';

export const statuses = ['new', 'open', 'pending', 'hold', 'solved', 'closed'];

/** The one thing an agent can change here: the sidebar beside it must notice and read the ticket again. */
export function StatusChoice({ api, ticketId, status, onChanged }:
  { api: Api; ticketId: number; status: string; onChanged: () => void }) {
  const [saving, setSaving] = useState<string | null>(null);
  const [failure, setFailure] = useState('');

  async function change(next: string) {
    setSaving(next);
    setFailure('');
    await api.setStatus(ticketId, next).then(onChanged, (reason: unknown) => setFailure(wordsForFailure(reason)));
    setSaving(null);
  }

  return (
    <div className="status-choice">
      <Field>
        <Field.Label hidden>Status</Field.Label>
        <Select isCompact name="ticket-status" value={saving ?? status} disabled={saving !== null} onChange={e => void change(e.target.value)}>
          {[...new Set([status, ...statuses])].map(choice => <option key={choice} value={choice}>{spoken(choice)}</option>)}
        </Select>
      </Field>
      <p className="small failed" role="alert">{failure}</p>
    </div>
  );
}
