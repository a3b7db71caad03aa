import { useEffect, useState } from 'react';
import type { Session } from '../../shared/session';
import { Shade } from '../../shared/theme';
import { ask } from '../ask';
import { Blank } from '../Blank';
import { SafetyNet } from '../../shared/SafetyNet';
import { Segments } from '../Segments';
import { wordsForFailure } from '../wordsForFailure';
import { CardView } from './CardView';
import type { CardJson } from './draw';

interface Entry { name: string; card: CardJson }
const chartModes = { native: 'As Teams draws them', fallback: 'As their fallback' } as const;

/** Every card the bot can draw, made by its own builders of invented data: light, dark, and as narrow as a phone. */
export function GalleryPage({ session }: { session: Session }) {
  const [entries, setEntries] = useState<Entry[] | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [round, setRound] = useState(0);
  const [charts, setCharts] = useState<keyof typeof chartModes>('native');

  useEffect(() => {
    setFailure(null);
    ask<Entry[]>(session, '/workbench/bot/cards').then(setEntries, setFailure);
  }, [session, round]);

  if (failure !== null) return <Blank title="Could not read the cards" text={wordsForFailure(failure)} retry={() => setRound(r => r + 1)} />;
  return (
    <main className="gallery" aria-label="Gallery of cards">
      <header className="gallery-head">
        <div>
          <h1>Cards of the bot</h1>
          <p className="subtle">{entries ? `${entries.length} cards` : 'Cards'} of invented data, made by the bot’s own code and drawn by Microsoft’s renderer: light, dark, and on a phone. Their buttons do nothing here.</p>
        </div>
        <Segments label="Charts" options={chartModes} chosen={charts} onChoose={setCharts} />
      </header>
      {entries?.map(({ name, card }) => (
        <section key={name} className="gallery-row" data-card={name} aria-label={name}>
          <h2>{name}</h2>
          <SafetyNet words={() => <p role="alert">This card could not be drawn.</p>}>
            <Shade scheme="light" className="gallery-cell"><CardView card={card} charts={charts === 'native'} /></Shade>
            <Shade scheme="dark" className="gallery-cell"><CardView card={card} charts={charts === 'native'} /></Shade>
            <Shade scheme="light" className="gallery-cell narrow"><CardView card={card} charts={charts === 'native'} /></Shade>
          </SafetyNet>
        </section>
      ))}
    </main>
  );
}
