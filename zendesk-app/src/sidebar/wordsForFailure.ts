import { ProblemError } from '../shared/api';
import type { Translate } from '../shared/texts';
import { TimeLimitError } from '../shared/timeLimit';

/** Why something did not work, for the agent: by the server's word for it, else by its kind, else as the server said it. */
export function wordsForFailure(reason: unknown, t: Translate): string {
  if (reason instanceof TimeLimitError) return t('state.failed.slow');
  if (!(reason instanceof ProblemError)) return t('state.failed.unreachable');
  return known(`state.failed.reasons.${reason.reason}`) ?? known(`state.failed.statuses.${reason.status}`) ?? reason.detail ?? reason.title;

  function known(key: string): string | null {
    const words = t(key);
    return words === key ? null : words;
  }
}
