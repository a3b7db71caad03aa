import { ProblemError } from '../shared/api';
import { TimeLimitError } from '../shared/timeLimit';

export function wordsForFailure(reason: unknown): string {
  if (reason instanceof ProblemError) return reason.detail ?? reason.title;
  if (reason instanceof TimeLimitError) return 'The server took too long to answer.';
  return 'The server cannot be reached. Is it still running?';
}
