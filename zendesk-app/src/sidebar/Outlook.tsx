import type { Assistance } from '../shared/types';
import { OutlookIcon } from '../shared/icons';
import { useSurroundings } from './context';
import { Section } from './Section';

/** How the ticket will likely go, beside what is usual; nothing where the desk has too few done tickets to tell. */
export function Outlook({ risk, expected }: { risk?: Assistance['risk']; expected?: Assistance['expectedResolution'] }) {
  const { t, language } = useSurroundings();
  if (!risk && !expected) return null;
  const percent = (share: number) => Math.round(share * 100);
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <Section name="outlook" title={t('outlook.title')} icon={<OutlookIcon />}>
      <dl className="summary">
        {risk && (
          <div className="summary-part">
            <dt>{t('outlook.risk')}</dt>
            <dd data-risk={risk.level}>
              <p><strong>{t(`outlook.levels.${risk.level}`)}</strong> · {t('outlook.chance', { percent: percent(risk.chance), usual: percent(risk.usual) })}</p>
              <Reasons lines={risk.reasons} />
            </dd>
          </div>
        )}
        {expected && (
          <div className="summary-part">
            <dt>{t('outlook.solved')}</dt>
            <dd data-testid="expected">
              <p><strong>{when.format(new Date(expected.at))}</strong></p>
              <p className="small subtle">{t('outlook.range', { from: when.format(new Date(expected.from)), to: when.format(new Date(expected.to)) })}</p>
              <Reasons lines={expected.reasons} />
            </dd>
          </div>
        )}
      </dl>
    </Section>
  );
}

function Reasons({ lines }: { lines: string[] }) {
  return lines.length === 0 ? null : <ul className="bullets small">{lines.map(line => <li key={line} dir="auto">{line}</li>)}</ul>;
}
