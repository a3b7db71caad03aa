import { afterEach, describe, expect, it, vi } from 'vitest';
import { ProblemError } from '../src/shared/api';
import { cardType, type News, type PressAnswer } from '../src/workbench/bot/activities';
import { Chat, type Memory } from '../src/workbench/bot/Chat';
import { players } from '../src/workbench/bot/people';

type Sent = { type: string; text?: string; value?: unknown; replyToId?: string; channelData: { supportCopilot: { roles: string; tenant?: string } } };
const card = (words: string) => ({ type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: words }] });
const said = (sequence: number, id: string, activity?: News['activity']): News =>
  ({ sequence, id, at: `2026-03-09T10:00:${String(sequence).padStart(2, '0')}Z`, activity });

/** A bot that answers what the test tells it to, and a connector that gives out what the test puts in. */
function stage(memory: Partial<Memory> = {}) {
  const sent: Sent[] = [];
  const queue: News[][] = [];
  let wake = () => {};
  const kept: Memory = { said: [], from: 0, keep: vi.fn(), forget: vi.fn(), ...memory };
  const invoke = vi.fn<(activity: object) => Promise<PressAnswer>>();
  const send = vi.fn(async (activity: object) => { sent.push(activity as Sent); });
  const news = async (_: string, after: number, cancelled: AbortSignal) => {
    if (queue.length === 0) await new Promise<void>(resolve => { wake = resolve; cancelled.addEventListener('abort', () => resolve()); });
    const items = queue.shift() ?? [];
    return { items, next: items.at(-1)?.sequence ?? after };
  };
  const chat = new Chat({ player: players[0]!, conversation: 'c', tenant: 'demo', origin: 'http://localhost:3978' }, { send, invoke, news }, kept);
  const hear = async (...items: News[]) => { queue.push(items); wake(); await vi.waitFor(() => expect(queue).toHaveLength(0)); await Promise.resolve(); };
  return { chat, sent, send, invoke, hear, kept, entries: () => chat.current().entries };
}

let open: Chat | null = null;
afterEach(() => { open?.close(); vi.useRealTimers(); });
const opened = (at: ReturnType<typeof stage>) => { open = at.chat; at.chat.open(); return at; };

describe('the chat with the bot', () => {
  it('opens an empty conversation, so that the bot greets', async () => {
    const { sent, hear, entries } = opened(stage());
    await vi.waitFor(() => expect(sent[0]?.type).toBe('conversationUpdate'));
    await hear(said(1, 'w', { type: 'message', attachments: [{ contentType: cardType, content: card('Hello') }] }));
    await vi.waitFor(() => expect(entries()).toHaveLength(1));
    expect(entries()[0]).toMatchObject({ by: 'bot', cards: [card('Hello')] });
  });

  it('says who plays, and in which tenant', async () => {
    const { chat, sent } = stage({ said: [{ id: '1', by: 'me', at: '2026-03-09T09:00:00Z', text: 'before', cards: [] }] });
    await chat.say('How many tickets?');
    expect(sent[0]).toMatchObject({ type: 'message', text: 'How many tickets?', serviceUrl: 'http://localhost:3978/workbench/connector/', channelData: { supportCopilot: { roles: 'analyst', tenant: 'demo' } } });
  });

  it('shows that the bot is at work until it has answered', async () => {
    const { chat, hear, entries } = opened(stage());
    await chat.say('How many tickets?');
    expect(chat.current().typing).toBe(true);
    await hear(said(1, 't', { type: 'typing' }), said(2, 'a', { type: 'message', text: '41' }));
    await vi.waitFor(() => expect(chat.current().typing).toBe(false));
    expect(entries().map(entry => entry.text)).toContain('41');
  });

  it('puts a changed message into its own place, and takes a deleted one away', async () => {
    const { hear, entries } = opened(stage());
    await hear(said(1, 'a', { type: 'message', text: 'Working…' }), said(2, 'b', { type: 'message', text: 'Second' }));
    await hear(said(3, 'a', { type: 'message', text: 'Done' }));
    await vi.waitFor(() => expect(entries().map(entry => entry.text)).toEqual(['Done', 'Second']));
    await hear(said(4, 'b'));
    await vi.waitFor(() => expect(entries().map(entry => entry.text)).toEqual(['Done']));
  });

  it('puts the card of the answer into the place of the pressed one, and no other', async () => {
    const { chat, invoke, hear, entries } = opened(stage());
    await hear(said(1, 'a', { type: 'message', attachments: ['one', 'two'].map(words => ({ contentType: cardType, content: card(words) })) }));
    await vi.waitFor(() => expect(entries()).toHaveLength(1));
    invoke.mockResolvedValue({ statusCode: 200, type: cardType, value: card('approved') });
    await chat.press('a', 1, { kind: 'execute', verb: 'cluster.approve', data: { cluster: 17, version: 3 } });
    expect(entries()[0]!.cards).toEqual([card('one'), card('approved')]);
    expect(invoke.mock.calls[0]![0]).toMatchObject({
      type: 'invoke', name: 'adaptiveCard/action', replyToId: 'a',
      value: { action: { type: 'Action.Execute', verb: 'cluster.approve', data: { cluster: 17, version: 3 } }, trigger: 'manual' },
    });
  });

  it('shows what a refused press says below the card, which stays', async () => {
    const { chat, invoke } = stage();
    invoke.mockResolvedValueOnce({ statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Only a product owner may.' });
    await chat.press('a', 0, { kind: 'execute', verb: 'cluster.approve', data: {} });
    expect(chat.current().notice).toEqual({ entry: 'a', text: 'Only a product owner may.' });
    invoke.mockResolvedValueOnce({ statusCode: 500, type: 'application/vnd.microsoft.error', value: { code: 'Failed', message: 'It failed.' } });
    await chat.press('a', 0, { kind: 'execute', verb: 'cluster.approve', data: {} });
    expect(chat.current().notice?.text).toBe('It failed.');
  });

  it('sends a submit as a message with a value, and a messageBack as words', async () => {
    const { chat, sent, entries } = stage();
    await chat.press('a', 0, { kind: 'submit', text: '', shown: '', value: { verb: 'cluster.approve' } });
    await chat.press('a', 0, { kind: 'submit', text: 'and by channel?', shown: 'and by channel?', value: undefined });
    expect(sent.map(activity => [activity.text, activity.value])).toEqual([['', { verb: 'cluster.approve' }], ['and by channel?', undefined]]);
    expect(entries().map(entry => entry.text)).toEqual(['and by channel?']);
  });

  it('says why the bot could not be reached', async () => {
    const { chat, send } = stage();
    send.mockRejectedValueOnce(new ProblemError(401, 'Unauthorized', 'A help desk is connected, so the Development sign-in is off.'));
    await chat.say('How many tickets?');
    expect(chat.current()).toMatchObject({ typing: false, failure: 'A help desk is connected, so the Development sign-in is off.' });
  });

  it('remembers one’s own words, and forgets them when started over', async () => {
    const { chat, kept, entries, sent } = stage();
    await chat.say('How many tickets?');
    expect(vi.mocked(kept.keep).mock.lastCall![0].map(entry => entry.text)).toEqual(['How many tickets?']);
    chat.startOver();
    expect(entries()).toEqual([]);
    expect(kept.forget).toHaveBeenCalled();
    expect(sent.at(-1)!.type).toBe('conversationUpdate');
  });
});
