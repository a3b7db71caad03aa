import { ProblemError } from '../shared/api';
import type { Session } from '../shared/session';

/** Reads what is there for the workbench alone. */
export async function ask<T>(session: Session, path: string, cancelled?: AbortSignal): Promise<T> {
  const response = await fetch(path, {
    credentials: 'omit',
    headers: { Accept: 'application/json', ...(session.authorization ? { Authorization: session.authorization } : {}) },
    signal: cancelled,
  });
  if (!response.ok) throw await problemOf(response);
  return await response.json() as T;
}

export async function problemOf(response: Response): Promise<ProblemError> {
  const told = await response.json().catch(() => null) as { title?: string; detail?: string } | null;
  return new ProblemError(response.status, told?.title ?? `HTTP ${response.status}`, told?.detail ?? null);
}
