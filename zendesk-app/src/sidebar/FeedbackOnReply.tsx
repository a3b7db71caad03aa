import { useState } from 'react';
import { IconButton } from '@zendeskgarden/react-buttons';
import { ThumbDownIcon, ThumbUpIcon } from '../shared/icons';
import { useSurroundings } from './context';
import { ReasonForm } from './ReasonForm';

type State = 'none' | 'explaining' | 'sending' | 'up' | 'down' | 'failed';

/** Thumbs for one suggestion. What is shown as given was stored: nothing is thanked for before that. */
export function FeedbackOnReply({ ticketId, suggestionId }: { ticketId: number; suggestionId: string | null }) {
  const { api, t } = useSurroundings();
  const [state, setState] = useState<State>('none');

  async function send(verdict: 'up' | 'down', reason: string | null, correction: string | null) {
    setState('sending');
    await api.sendFeedback({ ticketId, suggestionId, verdict, reason, correction })
      .then(() => setState(verdict), () => setState('failed'));
  }

  return (
    <div className="feedback" data-testid="feedback">
      <div className="row">
        <span className="subtle small" id="feedback-question">{t('feedback.question')}</span>
        <span className="row tight" role="group" aria-labelledby="feedback-question">
          <IconButton size="small" aria-label={t('feedback.up')} aria-pressed={state === 'up'} isPrimary={state === 'up'}
            disabled={state === 'sending'} onClick={() => void send('up', null, null)}><ThumbUpIcon /></IconButton>
          <IconButton size="small" aria-label={t('feedback.down')} aria-pressed={state === 'down'} isPrimary={state === 'down'}
            aria-expanded={state === 'explaining'} disabled={state === 'sending'}
            onClick={() => setState(state === 'explaining' ? 'none' : 'explaining')}><ThumbDownIcon /></IconButton>
        </span>
      </div>
      {state === 'explaining' && (
        <ReasonForm onSend={(reason, correction) => void send('down', reason, correction)} onCancel={() => setState('none')} />
      )}
      <p className="told small" role="status">
        {(state === 'up' || state === 'down') && t('feedback.stored')}
        {state === 'failed' && t('feedback.failed')}
      </p>
    </div>
  );
}
