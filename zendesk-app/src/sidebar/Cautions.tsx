import { Tag } from '@zendeskgarden/react-tags';
import type { Caution } from '../shared/types';
import { LockIcon } from '../shared/icons';
import { useSurroundings } from './context';

/** What colleagues asked for in internal notes, before anything is written to the customer. It is read here and goes nowhere else. */
export function Cautions({ cautions = [] }: { cautions?: Caution[] }) {
  const { t, figures } = useSurroundings();
  if (cautions.length === 0) return null;
  return (
    <section className="cautions" data-section="cautions" aria-label={t('cautions.title')}>
      <h2><LockIcon /> {t('cautions.title')}</h2>
      <ul>
        {cautions.map((caution, i) => {
          const kinds = caution.forbids.map(kind => [kind, t(`cautions.forbids.${kind}`)] as const).filter(([kind, words]) => words !== `cautions.forbids.${kind}`);
          return (
            <li key={i}>
              <blockquote dir="auto">{caution.text}</blockquote>
              <div className="about small">
                {kinds.map(([kind, words]) => <Tag key={kind} size="small" hue="warningHue"><span>{words}</span></Tag>)}
                {caution.at && <time dateTime={caution.at}>{figures.day(caution.at)}</time>}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
