import { Skeleton } from '@zendeskgarden/react-loaders';
import type { AgreedShare, Agreement } from '../../shared/reviews';
import { Blank } from '../Blank';
import { wordsForFailure } from '../wordsForFailure';
import { spokenField, ways } from './FieldRow';

const percent = (share: number) => `${Math.round(share * 100)} %`;
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const weeksShown = 8;

/** How often people agree with triage, and how far that figure can be trusted. */
export function AgreementPanel({ agreement, failure, retry }: { agreement: Agreement | null; failure: unknown; retry: () => void }) {
  return (
    <aside className="agreement" aria-label="Agreement">
      <h2>Agreement</h2>
      {failure !== null && !agreement
        ? <Blank title="Could not read the figures" text={wordsForFailure(failure)} retry={retry} />
        : agreement ? <Figures agreement={agreement} /> : <div aria-busy="true"><Skeleton height="40px" /><Skeleton height="160px" /></div>}
    </aside>
  );
}

function Figures({ agreement }: { agreement: Agreement }) {
  const { drawn, reviewed, tickets, fields } = agreement;
  return (
    <>
      <p className="subtle small" data-testid="reviewed">Of {drawn.toLocaleString('en-GB')} tickets drawn in 90 days, {reviewed.toLocaleString('en-GB')} {reviewed === 1 ? 'is' : 'are'} reviewed.</p>
      {tickets.total === 0
        ? <p className="agreement-none">There is no figure yet. It begins with the first ticket you review of those drawn by lot.</p>
        : (
          <>
            <p className="agreement-whole"><strong>{percent(tickets.share!)}</strong> of tickets right in every field <Range of={tickets} /></p>
            <h3>By field</h3>
            <ul>{fields.map(f => <Row key={f.field} name={spokenField(f.field)} of={f.agreed} />)}</ul>
            {agreement.ways.length > 1 && <><h3>By way</h3><ul>{agreement.ways.map(w => <Row key={w.way} name={ways[w.way] ?? w.way} of={w.agreed} />)}</ul></>}
            {agreement.weeks.length > 1 && (
              <><h3>By week</h3><ul>{agreement.weeks.slice(-weeksShown).map(w => <Row key={w.monday} name={`From ${day.format(new Date(w.monday))}`} of={w.agreed} />)}</ul></>
            )}
            <p className="subtle small">The bars show the range in which the true share lies with 95 % confidence (Wilson).</p>
          </>
        )}
    </>
  );
}

function Row({ name, of }: { name: string; of: AgreedShare }) {
  return (
    <li className="agreement-row" data-name={name}>
      <span>{name}</span>
      <span className="agreement-figure">{percent(of.share ?? 0)} <span className="subtle small">{of.agreed} of {of.total}</span></span>
      <Bar of={of} />
    </li>
  );
}

const Range = ({ of }: { of: AgreedShare }) => <span className="subtle small">({of.agreed} of {of.total}; {percent(of.low)}–{percent(of.high)})</span>;

/** Drawn as attributes of a picture: the page's content policy takes no styles written into elements. */
function Bar({ of }: { of: AgreedShare }) {
  return (
    <svg className="agreement-bar" viewBox="0 0 100 6" preserveAspectRatio="none" role="img" aria-label={`between ${percent(of.low)} and ${percent(of.high)}`}>
      <rect className="bar-ground" width="100" height="6" rx="1" />
      <rect className="bar-range" x={of.low * 100} width={(of.high - of.low) * 100} height="6" />
      <rect className="bar-share" x={Math.min(99, (of.share ?? 0) * 100)} width="1" height="6" />
    </svg>
  );
}
