import { useEffect, useRef, useState } from 'react';
import type { Pressed } from '../bot/Chat';
import { drawCard, type CardJson } from './draw';
import './cards.css';

interface Props { card: CardJson; charts?: boolean; onPress?: (pressed: Pressed) => void }

/** A card, drawn by the official renderer into an element of its own. */
export function CardView({ card, charts = true, onPress }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  const pressed = useRef(onPress);
  pressed.current = onPress;

  useEffect(() => {
    setFailed(false);
    try {
      const drawing = drawCard(card, charts, what => pressed.current?.(what));
      place.current!.replaceChildren(drawing.element);
      return () => drawing.release();
    } catch {
      setFailed(true);
    }
    return undefined;
  }, [card, charts]);

  return (
    <>
      <div className="card" ref={place} hidden={failed} />
      {failed && <p className="card" role="alert">This card could not be drawn.</p>}
    </>
  );
}
