import type { Agreement, Review, ReviewKind, ReviewKept, ReviewSaid } from './reviews';
import type {
  Assistance, CorrectableField, Feedback, FieldValues, Page, RewriteWish, RewrittenReply, Summary, TicketDetail, TicketRow, Triage, WrittenPiece,
} from './types';
import { piecesOf } from './pieces';
import type { Session } from './session';
import { TimeLimitError } from './timeLimit';

const answerLimit = 20_000; // an assistance takes a tenth of a second; past this the agent had better be told

/** An answer that was no success. `detail` is the server's own sentence for the one who asked, `reason` a word for it that can be translated. */
export class ProblemError extends Error {
  override name = 'ProblemError';
  constructor(readonly status: number, readonly title: string, readonly detail: string | null, readonly reason: string | null = null) {
    super(detail ?? title);
  }
}

export interface TicketQuery { q: string; status: string; priority: string; category: string; after: string | null }

export function createApi(session: Session) {
  let language: string | null = null;
  const headers = (accept: string): Record<string, string> => ({
    Accept: accept,
    ...(language ? { 'Accept-Language': language } : {}),
    ...(session.authorization ? { Authorization: session.authorization } : {}),
  });

  async function ask<T>(method: string, path: string, body?: unknown, cancelled?: AbortSignal): Promise<T> {
    const limit = AbortSignal.timeout(answerLimit);
    const response = await fetch(path, {
      method,
      credentials: 'omit',
      headers: {
        ...headers('application/json'),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: cancelled ? AbortSignal.any([cancelled, limit]) : limit,
    }).catch((failure: unknown) => {
      throw limit.aborted ? new TimeLimitError(`${method} ${path}`) : failure;
    });
    if (!response.ok) throw await problemOf(response);
    return (response.status === 204 ? undefined : await response.json()) as T;
  }

  /** An answer that is read while it comes. It ends by itself when its reader goes. */
  async function* listen<T>(path: string, cancelled: AbortSignal): AsyncGenerator<T> {
    const response = await fetch(path, {
      credentials: 'omit',
      headers: headers('text/event-stream'),
      signal: cancelled,
    });
    if (!response.ok || !response.body) throw await problemOf(response);
    yield* piecesOf<T>(response.body);
  }

  const assistPath = (ticket: string) => session.source
    ? `/api/tickets/by-source/${encodeURIComponent(session.source)}/${encodeURIComponent(ticket)}/assist`
    : `/api/tickets/${encodeURIComponent(ticket)}/assist`;

  return {
    /** The language in which the server is to say what it says itself. */
    speak: (wanted: string) => { language = wanted; },
    assist: (ticket: string, cancelled?: AbortSignal) => ask<Assistance>('GET', assistPath(ticket), undefined, cancelled),
    fieldValues: () => ask<FieldValues>('GET', '/api/triage/fields'),
    correct: (ticketId: number, field: CorrectableField, value: string) =>
      ask<Triage>('PUT', `/api/tickets/${ticketId}/triage/${field}`, { value }),
    written: (ticketId: number, cancelled: AbortSignal) => listen<WrittenPiece>(`/api/tickets/${ticketId}/reply/written`, cancelled),
    rewrite: (ticketId: number, wish: RewriteWish & { suggestionId: string | null }) =>
      ask<RewrittenReply>('POST', `/api/tickets/${ticketId}/reply`, wish),
    summary: (ticketId: number, cancelled: AbortSignal) => ask<Summary>('GET', `/api/tickets/${ticketId}/summary`, undefined, cancelled),
    sent: (ticketId: number, sent: { suggestionId: string; text: string }) => ask<unknown>('POST', `/api/tickets/${ticketId}/reply/sent`, sent),
    sendFeedback: (feedback: Feedback) => ask<unknown>('POST', '/api/feedback', feedback),
    tickets: (query: TicketQuery, cancelled?: AbortSignal) =>
      ask<Page<TicketRow>>('GET', `/api/tickets?${searchOf(query)}`, undefined, cancelled),
    setStatus: (id: number, status: string) => ask<void>('PUT', `/api/tickets/${id}/status`, { status }),
    reviews: (kind: ReviewKind, after: string | null, cancelled?: AbortSignal) =>
      ask<Page<Review>>('GET', `/api/review?${new URLSearchParams({ kind, limit: '20', ...(after ? { after } : {}) })}`, undefined, cancelled),
    answerReview: (ticketId: number, said: ReviewSaid) => ask<ReviewKept>('POST', `/api/review/${ticketId}`, said),
    agreement: (cancelled?: AbortSignal) => ask<Agreement>('GET', '/api/review/agreement', undefined, cancelled),
    ticket: (id: number, cancelled?: AbortSignal) => ask<TicketDetail>('GET', `/api/tickets/${id}`, undefined, cancelled),
  };
}

export type Api = ReturnType<typeof createApi>;

const pageSize = 30;

function searchOf(query: TicketQuery): string {
  const search = new URLSearchParams({ limit: String(pageSize) });
  for (const [name, value] of Object.entries(query)) if (value) search.set(name, value);
  return search.toString();
}

async function problemOf(response: Response): Promise<ProblemError> {
  const told = await response.json().catch(() => null) as { title?: string; detail?: string; reason?: string } | null;
  return new ProblemError(response.status, told?.title ?? `HTTP ${response.status}`, told?.detail ?? null, told?.reason ?? null);
}
