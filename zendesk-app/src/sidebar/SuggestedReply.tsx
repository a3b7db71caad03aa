import { useRef, useState } from 'react';
import { Button } from '@zendeskgarden/react-buttons';
import type { Reply } from '../shared/types';
import { CopyIcon, ReplyIcon } from '../shared/icons';
import { CitedText } from './CitedText';
import { Citations } from './Citations';
import { useSurroundings } from './context';
import { FeedbackOnReply } from './FeedbackOnReply';
import { insertReply } from './insertReply';
import { plainText } from './plainText';
import { RewriteControls } from './RewriteControls';
import { Quiet, Section } from './Section';
import { useRewriting } from './useRewriting';
import { useWriting } from './useWriting';

type Use = 'insert' | 'copy';

/** The reply as it was suggested, or as the agent had it rewritten; nothing here sends it. */
export function SuggestedReply({ ticketId, reply: suggested, canBeWritten = false }: { ticketId: number; reply: Reply; canBeWritten?: boolean }) {
  const { framework, t } = useSurroundings();
  const rewriting = useRewriting(ticketId, suggested);
  const { reply } = rewriting;
  const writing = useWriting(ticketId, canBeWritten, rewriting.take);
  const [asking, setAsking] = useState<Use | null>(null);
  const [told, setTold] = useState('');
  const [busy, setBusy] = useState(false);
  const actions = useRef<HTMLDivElement>(null);

  if (!reply.text) {
    return (
      <Section name="reply" title={t('reply.title')} icon={<ReplyIcon />}>
        <Quiet>{reply.silentBecause ?? t('reply.empty')}</Quiet>
      </Section>
    );
  }

  if (writing.state === 'writing' && writing.text) {
    return (
      <Section name="reply" title={t('reply.title')} icon={<ReplyIcon />}>
        <div aria-busy="true"><CitedText text={writing.text} citations={reply.citations} /></div>
        <Citations citations={reply.citations} />
        <p className="small subtle" role="status">{t('reply.writing')}</p>
      </Section>
    );
  }

  const text = plainText(reply.text, reply.citations.map(citation => citation.number));
  const guarded = reply.citations.some(citation => citation.segment !== 'public');

  return (
    <Section name="reply" title={t('reply.title')} icon={<ReplyIcon />}>
      <CitedText text={reply.text} citations={reply.citations} />
      <Citations citations={reply.citations} />
      {asking
        ? (
          <div className="ask" role="alertdialog" aria-label={t('reply.guarded.title')} data-testid="guard">
            <p><strong>{t('reply.guarded.title')}</strong></p>
            <p className="small">{t('reply.guarded.text')}</p>
            <div className="row">
              <Button size="small" isPrimary autoFocus onClick={() => { const use = asking; stopAsking(); void put(use); }}>
                {t(asking === 'insert' ? 'reply.guarded.insert' : 'reply.guarded.copy')}
              </Button>
              <Button size="small" isBasic onClick={stopAsking}>{t('action.cancel')}</Button>
            </div>
          </div>
        )
        : (
          <div className="row" ref={actions}>
            <Button size="small" isPrimary disabled={busy} onClick={() => use('insert')}>{t('reply.insert')}</Button>
            <Button size="small" disabled={busy} onClick={() => use('copy')}>
              <Button.StartIcon><CopyIcon /></Button.StartIcon>{t('reply.copy')}
            </Button>
          </div>
        )}
      <p className="told small" role="status">{told}</p>
      {writing.state === 'failed' && <p className="small subtle" role="status">{t('reply.notWritten')}</p>}
      <RewriteControls rewriting={rewriting} />
      <FeedbackOnReply key={reply.suggestionId} ticketId={ticketId} suggestionId={reply.suggestionId} />
    </Section>
  );

  function use(way: Use) {
    setTold('');
    if (guarded) setAsking(way);
    else void put(way);
  }

  function stopAsking() {
    setAsking(null);
    setTimeout(() => actions.current?.querySelector('button')?.focus());
  }

  async function put(way: Use) {
    setBusy(true);
    setTold(way === 'insert' ? await inserted() : await copied());
    setBusy(false);
  }

  async function inserted(): Promise<string> {
    return t(`reply.${await insertReply(framework, text)}`);
  }

  /** Frames may be denied the clipboard; then the agent is told rather than left with an old clipping. */
  async function copied(): Promise<string> {
    try {
      await navigator.clipboard.writeText(text);
      return t('reply.copied');
    } catch {
      return t('reply.notCopied');
    }
  }
}
