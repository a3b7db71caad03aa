import type { Assistance, OutlookReason } from '../shared/types';
import { OutlookIcon } from '../shared/icons';
import { useSurroundings } from './context';
import { Section } from './Section';
import { fieldName, valueName } from './values';

/** How the ticket will likely go, beside what is usual; nothing where the desk has too few done tickets to tell. */
export function Outlook({ risk, expected }: { risk?: Assistance['risk']; expected?: Assistance['expectedResolution'] }) {
  const { t, figures } = useSurroundings();
  if (!risk && !expected) return null;
  return (
    <Section name="outlook" title={t('outlook.title')} icon={<OutlookIcon />}>
      <dl className="summary">
        {risk && (
          <div className="summary-part">
            <dt>{t('outlook.risk')}</dt>
            <dd data-risk={risk.level}>
              <p><strong>{t(`outlook.levels.${risk.level}`)}</strong> · {t('outlook.chance', { percent: figures.percent(risk.chance), usual: figures.percent(risk.usual) })}</p>
              <Reasons of="risk" reasons={risk.because} counted={figures.percent} />
            </dd>
          </div>
        )}
        {expected && (
          <div className="summary-part">
            <dt>{t('outlook.solved')}</dt>
            <dd data-testid="expected">
              <p><strong>{figures.moment(expected.at)}</strong></p>
              <p className="small subtle">{t('outlook.range', { from: figures.moment(expected.from), to: figures.moment(expected.to) })}</p>
              <Reasons of="time" reasons={expected.because} counted={figures.duration} />
            </dd>
          </div>
        )}
      </dl>
    </Section>
  );
}

function Reasons({ of, reasons, counted }: { of: 'risk' | 'time'; reasons: OutlookReason[]; counted: (figure: number) => string }) {
  const { t, figures } = useSurroundings();
  return reasons.length === 0 ? null : <ul className="bullets small">{reasons.map(reason => <li key={reason.field}>{sentence(reason)}</li>)}</ul>;

  function sentence({ field, value, more, mean, usual }: OutlookReason): string {
    const subject = value === null
      ? t(`outlook.subjects.${field}`)
      : t('outlook.subjects.value', { field: fieldName(t, field), value: valueName(field, value, t, figures) });
    const said = t(`outlook.reasons.${of}${more ? 'More' : 'Less'}`, { subject });
    return mean === null || usual === null ? said : t('outlook.reasons.counted', { said, mean: counted(mean), usual: counted(usual) });
  }
}
