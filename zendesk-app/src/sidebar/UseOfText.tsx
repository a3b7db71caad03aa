import { useEffect, useRef, useState } from 'react';
import { Button } from '@zendeskgarden/react-buttons';
import { CopyIcon } from '../shared/icons';
import { useSurroundings } from './context';
import { insertReply } from './insertReply';

type Use = 'insert' | 'copy';

interface Props {
  text: string;
  insertLabel: string;
  /** What the agent has to look at first; null where nothing is. */
  guard: { title: string; text: string } | null;
  onInserted?: () => void;
}

/** Puts a text into the agent's editor or clipboard, and says what came of it. Nothing here sends. */
export function UseOfText({ text, insertLabel, guard, onInserted }: Props) {
  const { framework, t } = useSurroundings();
  const [asking, setAsking] = useState<Use | null>(null);
  const [told, setTold] = useState('');
  const [busy, setBusy] = useState(false);
  const actions = useRef<HTMLDivElement>(null);
  useEffect(() => { setTold(''); }, [text]); // said of another text it would be untrue of this one

  return (
    <>
      {asking && guard
        ? (
          <div className="ask" role="alertdialog" aria-label={guard.title} data-testid="guard">
            <p><strong>{guard.title}</strong></p>
            <p className="small" dir="auto">{guard.text}</p>
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
            <Button size="small" isPrimary disabled={busy} onClick={() => use('insert')}>{insertLabel}</Button>
            <Button size="small" disabled={busy} onClick={() => use('copy')}>
              <Button.StartIcon><CopyIcon /></Button.StartIcon>{t('reply.copy')}
            </Button>
          </div>
        )}
      <p className="told small" role="status">{told}</p>
    </>
  );

  function use(way: Use) {
    setTold('');
    if (guard) setAsking(way);
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
    const how = await insertReply(framework, text);
    if (how === 'inserted') onInserted?.();
    return t(`reply.${how}`);
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
