import { Tag } from '@zendeskgarden/react-tags';
import type { Triage } from '../shared/types';
import { useSurroundings } from './context';

/** What else was seen in the words: things named, urgent words, what the message carries. */
export function Signals({ triage }: { triage: Triage }) {
  const { t } = useSurroundings();
  const carried = (Object.keys(triage.signals) as (keyof Triage['signals'])[]).filter(signal => triage.signals[signal]);
  const groups: [string, string[]][] = [
    ['signals.urgencyWords', triage.urgencyWords],
    ['signals.keyPhrases', triage.keyPhrases],
    ['signals.orderNumbers', triage.entities.orderNumbers],
    ['signals.amounts', triage.entities.amounts],
    ['signals.dates', triage.entities.dates],
    ['signals.carries', carried.map(signal => t(`signals.kinds.${signal}`))],
  ];
  const found = groups.filter(([, words]) => words.length > 0);
  if (found.length === 0) return null;
  return (
    <dl className="signals">
      {found.map(([label, words]) => (
        <div key={label}>
          <dt className="subtle">{t(label)}</dt>
          <dd>{words.map(word => <Tag key={word} size="small" isRegular><span dir="auto">{word}</span></Tag>)}</dd>
        </div>
      ))}
    </dl>
  );
}
