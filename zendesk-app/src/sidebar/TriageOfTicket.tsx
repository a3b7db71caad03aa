import { triageFields, type CorrectableField, type Triage } from '../shared/types';
import { TriageIcon } from '../shared/icons';
import { useSurroundings } from './context';
import { Section } from './Section';
import { Signals } from './Signals';
import { TriageRow } from './TriageRow';
import { useCorrections } from './useCorrections';

export function TriageOfTicket({ ticketId, triage: given }: { ticketId: number; triage: Triage }) {
  const { t } = useSurroundings();
  const { triage, saving, failed, valuesOf, correct } = useCorrections(ticketId, given);
  return (
    <Section name="triage" title={t('triage.title')} icon={<TriageIcon />} note={triage.pending && t('triage.pending')}>
      <ul className="triage">
        {triageFields.map(field => {
          const mark = field as CorrectableField; // language has no values to choose from, so its menu never opens
          return (
            <TriageRow key={field} field={field} verdict={triage[field]} saving={saving[mark]} failed={failed[mark]}
              values={field === 'language' ? [] : valuesOf(mark)} onCorrect={value => void correct(mark, value)} />
          );
        })}
      </ul>
      <Signals triage={triage} />
    </Section>
  );
}
