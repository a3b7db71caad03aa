import { useEffect, useRef } from 'react';
import { SafetyNet } from '../../shared/SafetyNet';
import { CardView } from '../cards/CardView';
import type { ChatState, Entry, Pressed } from './Chat';
import type { Player } from './people';

interface Props { state: ChatState; player: Player; onPress: (entry: string, card: number, pressed: Pressed) => void }

export function Messages({ state, player, onPress }: Props) {
  const scroll = useRef<HTMLDivElement>(null);
  const count = state.entries.length;
  useEffect(() => { scroll.current!.scrollTop = scroll.current!.scrollHeight; }, [count, state.typing, state.notice]);

  return (
    <div className="bot-scroll" ref={scroll}>
      <ol className="bot-messages" role="log" aria-label="Messages" aria-live="polite">
        {state.entries.map(entry => (
          <li key={entry.id} className={`said by-${entry.by}`} data-by={entry.by}>
            <span className="hidden-but-read">{entry.by === 'me' ? player.name : 'SupportCopilot'}</span>
            <Said entry={entry} onPress={onPress} />
            {state.notice?.entry === entry.id && <p className="bot-notice" role="status">{state.notice.text}</p>}
          </li>
        ))}
      </ol>
      {state.typing && <p className="typing subtle small" role="status"><span className="dots" aria-hidden="true"><i /><i /><i /></span> SupportCopilot is at work…</p>}
    </div>
  );
}

function Said({ entry, onPress }: { entry: Entry; onPress: Props['onPress'] }) {
  return (
    <>
      {entry.text && <p className="bubble" dir="auto">{entry.text}</p>}
      {entry.cards.map((card, i) => (
        <SafetyNet key={i} words={() => <p className="bubble" role="alert">This card could not be drawn.</p>}>
          <CardView card={card} onPress={pressed => onPress(entry.id, i, pressed)} />
        </SafetyNet>
      ))}
    </>
  );
}
