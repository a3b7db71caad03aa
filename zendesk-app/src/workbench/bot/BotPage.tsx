import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { Button } from '@zendeskgarden/react-buttons';
import type { Session } from '../../shared/session';
import { Segments } from '../Segments';
import { Chat } from './Chat';
import { Composer } from './Composer';
import { conversationOf, tabMemory } from './memory';
import { Messages } from './Messages';
import { players, type Player } from './people';
import { createTransport } from './transport';
import './bot.css';

const titles = Object.fromEntries(players.map(player => [player.key, player.title])) as Record<Player['key'], string>;
const playerKey = 'supportcopilot.workbench.player';

/** The bot as one would meet it in Teams: the real one, at /api/messages, with the workbench in the place of Teams. */
export function BotPage({ session }: { session: Session }) {
  const [key, setKey] = useState(() => localStorage.getItem(playerKey) ?? players[0]!.key);
  const player = players.find(one => one.key === key) ?? players[0]!;
  const chat = useChat(session, player.key);
  const state = useSyncExternalStore(chat.subscribe, chat.current);
  const own = state.entries.filter(entry => entry.by === 'me').map(entry => entry.text);

  return (
    <main className="bot" aria-label="Chat with the bot">
      <header className="bot-head">
        <Segments label="Whom you play" options={titles} chosen={player.key} onChoose={choose} />
        <p className="subtle small"><strong>{player.name}</strong>. {player.about}</p>
        <Button size="small" isBasic onClick={() => chat.startOver()}>Start over</Button>
      </header>
      <Messages state={state} player={player} onPress={(entry, card, pressed) => void chat.press(entry, card, pressed)} />
      <Composer key={player.key} said={own} suggestions={player.suggestions} failure={state.failure} onSay={text => void chat.say(text)} />
    </main>
  );

  function choose(next: string) {
    localStorage.setItem(playerKey, next);
    setKey(next);
  }
}

function useChat(session: Session, playerKeyNow: string): Chat {
  const chat = useMemo(() => {
    const player = players.find(one => one.key === playerKeyNow)!;
    const conversation = conversationOf(player.key, session.tenant);
    return new Chat({ player, conversation, tenant: session.tenant, origin: location.origin }, createTransport(session), tabMemory(conversation));
  }, [session, playerKeyNow]);
  useEffect(() => {
    chat.open();
    return () => chat.close();
  }, [chat]);
  return chat;
}
