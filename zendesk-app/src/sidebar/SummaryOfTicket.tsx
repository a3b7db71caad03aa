import type { Summary } from '../shared/types';
import { SummaryIcon } from '../shared/icons';
import { useSurroundings } from './context';
import { Quiet, Section } from './Section';
import { useSummary } from './useSummary';

export function SummaryOfTicket({ ticketId, summary: given, canBeSummarised = false }: { ticketId: number; summary: Summary; canBeSummarised?: boolean }) {
  const { t } = useSurroundings();
  const summary = useSummary(ticketId, given, canBeSummarised);
  const silent = !summary.problem && !summary.nextStep && summary.done.length === 0 && summary.openQuestions.length === 0;
  return (
    <Section name="summary" title={t('summary.title')} icon={<SummaryIcon />} note={summary.source === 'model' && t('summary.byModel')}>
      {silent
        ? <Quiet>{summary.silentBecause ?? t('summary.empty')}</Quiet>
        : (
          <dl className="summary">
            <Part label={t('summary.problem')} lines={summary.problem ? [summary.problem] : []} />
            <Part label={t('summary.done')} lines={summary.done} listed />
            <Part label={t('summary.openQuestions')} lines={summary.openQuestions} listed />
            <Part label={t('summary.nextStep')} lines={summary.nextStep ? [summary.nextStep] : []} marked />
          </dl>
        )}
    </Section>
  );
}

function Part({ label, lines, listed, marked }: { label: string; lines: string[]; listed?: boolean; marked?: boolean }) {
  if (lines.length === 0) return null;
  return (
    <div className={marked ? 'summary-part next-step' : 'summary-part'}>
      <dt>{label}</dt>
      <dd>
        {listed
          ? <ul className="bullets">{lines.map((line, i) => <li key={i} dir="auto">{line}</li>)}</ul>
          : lines.map((line, i) => <p key={i} dir="auto">{line}</p>)}
      </dd>
    </div>
  );
}
