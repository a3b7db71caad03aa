import { vi, type Mock } from 'vitest';
import type { Api } from '../src/shared/api';
import type { Session } from '../src/shared/session';
import type { Assistance, Level, Verdict } from '../src/shared/types';
import type { Framework } from '../src/sidebar/framework';

export const agent: Session = { authorization: 'Dev tenant=demo;user=workbench;roles=agent', source: null, tenant: null, tenants: [], refused: null };

export const verdict = (value: string | null, level: Level = 'high', source: string | null = 'classifier'): Verdict =>
  ({ value, given: null, confidence: value ? 0.83 : 0, level, source, because: [] });

export const assistance = (): Assistance => ({
  ticket: {
    id: 7, source: 'demo', externalId: '7', subject: 'Charged twice', status: 'open', createdAt: '2026-03-02T08:14:55Z',
    requester: 'Nia Obi', assignee: null, group: null, version: 1,
  },
  summary: { problem: 'Two charges for one order.', done: ['Both charges found.'], openQuestions: ['When is it refunded?'], nextStep: 'Say when.', source: 'extractive', silentBecause: null },
  triage: {
    category: verdict('billing'), subcategory: verdict('refund request', 'medium'), rootCause: verdict(null, 'low', null), priority: { ...verdict('high', 'low', 'rules'), because: ['asap', 'down', 'now', 'today'] },
    urgency: verdict('urgent'), sentiment: verdict('negative'), emotion: verdict('angry'), language: verdict('en'),
    sentimentScore: -0.4, urgencyWords: ['asap'], keyPhrases: [], signals: { question: true, errorText: false, code: false, screenshot: false },
    entities: { orderNumbers: ['A-55120'], amounts: [], dates: [] }, pending: false,
  },
  reply: {
    suggestionId: 's-1', text: 'The second charge is **voided** within three days [1].', source: 'extractive', silentBecause: null,
    citations: [{ number: 1, articleId: 12, title: 'Double charges', url: 'https://help.example.com/12', segment: 'public', quote: 'It is voided within three days.' }],
  },
  similar: [{ id: 9, source: 'demo', externalId: '9', subject: 'Paid two times', score: 0.82, status: 'solved', resolution: 'Refunded the second payment.', sameRequester: false }],
  articles: [{ id: 12, title: 'Double charges', score: 0.7, segment: 'public', url: 'javascript:alert(1)', excerpt: 'An excerpt' }],
});

export function fakeApi(found: Assistance = assistance()) {
  return {
    speak: vi.fn<Api['speak']>(),
    assist: vi.fn<Api['assist']>(async () => found),
    fieldValues: vi.fn<Api['fieldValues']>(async () => ({
      category: ['billing', 'shipping'], subcategory: { billing: ['refund request'] }, rootCause: ['bug'], priority: ['low', 'high'],
      urgency: ['low', 'urgent'], sentiment: ['negative'], emotion: ['angry'],
    })),
    correct: vi.fn<Api['correct']>(),
    summary: vi.fn<Api['summary']>(async () => found.summary),
    sent: vi.fn<Api['sent']>(async () => ({})),
    sendFeedback: vi.fn<Api['sendFeedback']>(async () => ({})),
    written: vi.fn<Api['written']>(async function* () { yield { text: null, reply: null, because: 'noModel' as const }; }),
    rewrite: vi.fn<Api['rewrite']>(async () => ({ ...found.reply, suggestionId: 's-2', text: 'Dear Nia, it is voided within three days [1].', notDone: [] })),
    setStatus: vi.fn<Api['setStatus']>(),
    tickets: vi.fn<Api['tickets']>(),
    ticket: vi.fn<Api['ticket']>(),
    reviews: vi.fn<Api['reviews']>(),
    answerReview: vi.fn<Api['answerReview']>(),
    agreement: vi.fn<Api['agreement']>(),
  };
}

/** A page around the sidebar that keeps what was asked of it and can tell of events. */
export function fakeFramework(values: Record<string, unknown> = { 'ticket.id': 7, 'currentUser.locale': 'en-GB' }) {
  const heard = new Map<string, ((data: unknown) => void)[]>();
  return {
    registered: vi.fn<Framework['registered']>(async () => undefined),
    get: vi.fn(async (path: string) => values[path] ?? null) as unknown as Framework['get'] & Mock<(path: string) => Promise<unknown>>,
    invoke: vi.fn<Framework['invoke']>(async () => undefined),
    on: ((event: string, handler: (data: unknown) => void) => { heard.set(event, [...heard.get(event) ?? [], handler]); }) as Framework['on'],
    tell: (event: string, data?: unknown) => heard.get(event)?.forEach(handler => handler(data)),
  };
}
