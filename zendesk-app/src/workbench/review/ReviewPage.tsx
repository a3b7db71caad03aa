import { useCallback, useEffect, useState } from 'react';
import { Skeleton } from '@zendeskgarden/react-loaders';
import type { Api } from '../../shared/api';
import { ProblemError } from '../../shared/api';
import type { Agreement, Review, ReviewKind } from '../../shared/reviews';
import type { FieldValues } from '../../shared/types';
import { Blank } from '../Blank';
import { Segments } from '../Segments';
import { wordsForFailure } from '../wordsForFailure';
import { AgreementPanel } from './AgreementPanel';
import './review.css';
import { ReviewCard } from './ReviewCard';
import { useReviews } from './useReviews';

const kinds: Record<ReviewKind, string> = { random: 'Drawn by lot', uncertain: 'Least certain' };

const about: Record<ReviewKind, string> = {
  random: 'Triaged tickets that were drawn by lot. From your answers to these, and no others, agreement is told.',
  uncertain: 'Open tickets that triage is least sure of. Your answers teach it most; they do not count towards agreement.',
};

/** Where people say whether triage was right: one ticket at a time, by keyboard if they like. */
export function ReviewPage({ api }: { api: Api }) {
  const [kind, setKind] = useState<ReviewKind>('random');
  const { review, loading, failure, drop, again } = useReviews(api, kind);
  const [agreement, setAgreement] = useState<Agreement | null>(null);
  const [agreementFailed, setAgreementFailed] = useState<unknown>(null);
  const [values, setValues] = useState<FieldValues | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);

  const readAgreement = useCallback(() => {
    api.agreement().then(found => { setAgreement(found); setAgreementFailed(null); }, setAgreementFailed);
  }, [api]);
  useEffect(readAgreement, [readAgreement]);
  useEffect(() => { api.fieldValues().then(setValues, () => setValues(null)); }, [api]);

  async function answer(of: Review, fields: Record<string, string>) {
    setSaving(true);
    setTrouble(null);
    try {
      const kept = await api.answerReview(of.ticketId, { agree: true, fields, judgedAt: of.judgedAt });
      const agreed = kept.answers.filter(a => a.agreed).length;
      setSaid(`Kept for #${of.ticketId}: ${agreed} of ${kept.answers.length} agreed.`);
      drop();
      readAgreement();
    } catch (reason) {
      // Somebody was faster: there is nothing left to say about this one.
      if (reason instanceof ProblemError && (reason.status === 409 || reason.status === 404)) {
        setSaid(reason.detail ?? 'This ticket is no longer there.');
        drop();
      } else {
        setTrouble(wordsForFailure(reason));
      }
    }
    setSaving(false);
  }

  function skip() {
    setSaid(null);
    setTrouble(null);
    drop();
  }

  return (
    <main className="review" aria-label="Review of triage">
      <section className="review-main">
        <header className="review-head">
          <div>
            <h1>Was triage right?</h1>
            <p className="subtle">{about[kind]}</p>
          </div>
          <Segments label="Which tickets" options={kinds} chosen={kind} onChoose={chosen => { setKind(chosen); setSaid(null); setTrouble(null); }} />
        </header>
        <p className="review-said small" role="status" data-testid="said">{said}</p>
        {show()}
      </section>
      <AgreementPanel agreement={agreement} failure={agreementFailed} retry={readAgreement} />
    </main>
  );

  function show() {
    if (failure !== null) return <Blank title="Could not read what waits" text={wordsForFailure(failure)} retry={again} />;
    if (loading) return <div className="review-loading" aria-busy="true"><Skeleton width="60%" height="24px" /><Skeleton height="80px" /><Skeleton height="220px" /></div>;
    if (!review)
      return kind === 'random'
        ? <Blank title="Nothing waits for review" text="As tickets are triaged, some of them are drawn by lot and come here." />
        : <Blank title="Nothing is uncertain" text="Open tickets that triage has judged, and nobody has reviewed, come here." />;
    return <ReviewCard key={`${kind}/${review.ticketId}`} review={review} values={values} saving={saving} trouble={trouble} onAnswer={fields => void answer(review, fields)} onSkip={skip} />;
  }
}
