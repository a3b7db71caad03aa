import type { MissingDetail } from '../shared/types';
import { useSurroundings } from './context';
import { plainText } from './plainText';
import { UseOfText } from './UseOfText';

/** What is not known yet, and a letter that asks the customer for it instead of guessing. */
export function AskTheCustomer({ letter, missing = [], startOpen }: { letter?: string | null; missing?: MissingDetail[]; startOpen?: boolean }) {
  const { t, figures } = useSurroundings();
  if (!letter && missing.length === 0) return null;
  return (
    <div className="part" data-testid="ask">
      {missing.length > 0 && (
        <>
          <h3>{t('reply.missing.title')}</h3>
          <ul className="bullets">
            {missing.map(detail => (
              <li key={detail.what} data-missing={detail.what}>
                {t(`reply.missing.kinds.${detail.what}`)}
                <span className="small subtle"> · {t(`reply.missing.${detail.because}`, { times: figures.count(detail.times), of: figures.count(detail.of) })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {letter && (
        <details className="letter" open={startOpen || undefined}>
          <summary>{t('reply.ask')}</summary>
          <div className="reply-text" dir="auto" data-testid="ask-text">{letter}</div>
          <UseOfText text={plainText(letter, [])} insertLabel={t('reply.insertAsk')} guard={null} />
        </details>
      )}
    </div>
  );
}
