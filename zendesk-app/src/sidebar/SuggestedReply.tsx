import type { Reply } from '../shared/types';
import { ReplyIcon } from '../shared/icons';
import { AskTheCustomer } from './AskTheCustomer';
import { CitedText } from './CitedText';
import { Citations } from './Citations';
import { useSurroundings } from './context';
import { FeedbackOnReply } from './FeedbackOnReply';
import { plainText } from './plainText';
import { RewriteControls } from './RewriteControls';
import { Quiet, Section } from './Section';
import { UseOfText } from './UseOfText';
import { useRewriting } from './useRewriting';
import { useWriting } from './useWriting';

const mostSure = 0.99; // a likelihood that rounds to one is no certainty

interface Props {
  ticketId: number;
  reply: Reply;
  canBeWritten?: boolean;
  /** Told which suggestion went into the editor. */
  onInserted?: (suggestionId: string | null) => void;
}

/** The reply as it was suggested, or as the agent had it rewritten; nothing here sends it. */
export function SuggestedReply({ ticketId, reply: suggested, canBeWritten = false, onInserted }: Props) {
  const { t, figures } = useSurroundings();
  const rewriting = useRewriting(ticketId, suggested);
  const { reply } = rewriting;
  const writing = useWriting(ticketId, canBeWritten, rewriting.take);

  if (!reply.text) {
    return (
      <Section name="reply" title={t('reply.title')} icon={<ReplyIcon />}>
        <Quiet>{reply.silentBecause ?? t('reply.empty')}</Quiet>
        <AskTheCustomer letter={reply.ask} missing={reply.missing} startOpen />
        <FeedbackOnReply ticketId={ticketId} suggestionId={null} />
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

  const guarded = reply.citations.some(citation => citation.segment !== 'public');
  return (
    <Section name="reply" title={t('reply.title')} icon={<ReplyIcon />}
      note={typeof reply.confidence === 'number' ? t('reply.sure', { percent: figures.percent(Math.min(reply.confidence, mostSure)) }) : undefined}>
      <CitedText text={reply.text} citations={reply.citations} />
      <Citations citations={reply.citations} />
      <UseOfText text={plainText(reply.text, reply.citations.map(citation => citation.number))} insertLabel={t('reply.insert')}
        guard={guarded ? { title: t('reply.guarded.title'), text: t('reply.guarded.text') } : null} onInserted={() => onInserted?.(reply.suggestionId)} />
      {writing.state === 'failed' && <p className="small subtle" role="status">{t('reply.notWritten')}</p>}
      <AskTheCustomer letter={reply.ask} missing={reply.missing} />
      <RewriteControls rewriting={rewriting} />
      <FeedbackOnReply key={reply.suggestionId} ticketId={ticketId} suggestionId={reply.suggestionId} />
    </Section>
  );
}
