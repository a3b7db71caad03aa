import type { ReactNode } from 'react';
import { ChevronIcon } from '../shared/icons';

/** One part of the panel; the browser's own disclosure, so keys and screen readers know it. */
export function Section({ name, title, icon, note, children, startClosed }:
  { name: string; title: string; icon: ReactNode; note?: ReactNode; children: ReactNode; startClosed?: boolean }) {
  return (
    <details className="section" data-section={name} open={!startClosed}>
      <summary>
        <span className="section-icon">{icon}</span>
        <h2>{title}</h2>
        {note && <span className="section-note subtle small">{note}</span>}
        <span className="section-chevron"><ChevronIcon /></span>
      </summary>
      <div className="section-body">{children}</div>
    </details>
  );
}

/** A part that has nothing to show says why, in the place where one would look for it. */
export function Quiet({ children }: { children: ReactNode }) {
  return <p className="quiet subtle" dir="auto">{children}</p>;
}
