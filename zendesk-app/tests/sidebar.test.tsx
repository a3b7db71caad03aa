import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ProblemError } from '../src/shared/api';
import { Sidebar } from '../src/sidebar/Sidebar';
import { agent, assistance, fakeApi, fakeFramework, verdict } from './fixtures';

const section = (name: string) => document.querySelector<HTMLElement>(`[data-section="${name}"]`)!;
const row = (field: string) => document.querySelector<HTMLElement>(`[data-field="${field}"]`)!;

function open(api = fakeApi(), framework = fakeFramework(), session = agent) {
  render(<Sidebar api={api} framework={framework} session={session} startScheme="light" />);
  return { api, framework };
}

afterEach(() => { cleanup(); vi.useRealTimers(); });

describe('the sidebar', () => {
  it('shows every part of what is known of the ticket', async () => {
    const { api } = open();
    await screen.findByText('Two charges for one order.');
    expect(api.assist.mock.calls[0]![0]).toBe('7');
    expect(within(section('reply')).getByTestId('reply-text').textContent).toBe('The second charge is voided within three days1.');
    expect(within(section('reply')).getByText('It is voided within three days.')).toBeTruthy();
    expect(row('category').textContent).toContain('From your tickets, 83%');
    expect(row('priority').querySelector('[data-level]')!.getAttribute('data-level')).toBe('low');
    expect(row('priority').textContent).toContain('By rules, 83%“asap”, “down”, “now”');
    expect(row('rootCause').textContent).toContain('Not known');
    expect(section('similar').textContent).toContain('not for copying');
    expect(section('similar').textContent).toContain('Refunded the second payment.');
  });

  it('shows skeletons until then', () => {
    open();
    expect(screen.getByTestId('skeleton')).toBeTruthy();
  });

  it('makes no link of an address that is no web page', async () => {
    open();
    await screen.findByText('An excerpt');
    expect(section('articles').querySelector('a')).toBeNull();
    expect(section('reply').querySelector('a')!.href).toBe('https://help.example.com/12');
  });

  it('says that it must be opened from Zendesk when nobody is signed in', () => {
    open(fakeApi(), fakeFramework(), { ...agent, authorization: null });
    expect(screen.getByText('Open this from Zendesk')).toBeTruthy();
  });

  it('says so on a ticket that has no number yet, and asks for nothing', async () => {
    const { api } = open(fakeApi(), fakeFramework({}));
    expect(await screen.findByText('The ticket is not saved yet')).toBeTruthy();
    expect(api.assist).not.toHaveBeenCalled();
  });

  it('asks to be opened again when its session has ended, and keeps what was read', async () => {
    const { api, framework } = open();
    await screen.findByText('Two charges for one order.');
    api.assist.mockRejectedValueOnce(new ProblemError(401, 'Unauthorized', 'This session has ended.'));
    framework.tell('ticket.saved');
    const alert = await screen.findByRole('alert', {}, { timeout: 4000 });
    expect(alert.textContent).toContain('Please open the app again');
    expect(within(alert).queryByText('Try again')).toBeNull();
    expect(screen.getByText('Two charges for one order.')).toBeTruthy();
  });

  it('asks to be opened again where a session ended before anything was read', async () => {
    const api = fakeApi();
    api.assist.mockRejectedValueOnce(new ProblemError(401, 'Unauthorized', 'This session has ended.'));
    open(api);
    expect((await screen.findByRole('alert')).textContent).toContain('Close the ticket\'s tab');
  });

  it('says of a ticket that the sync had not brought yet that it was fetched just now', async () => {
    open(fakeApi({ ...assistance(), fetchedNow: true }));
    expect(await screen.findByText('Fetched from the desk just now.')).toBeTruthy();
  });

  it('says in the agent\'s language what the desk did not answer', async () => {
    const api = fakeApi();
    api.assist.mockRejectedValueOnce(new ProblemError(503, 'Unavailable', 'This ticket has not come here yet.', 'noAnswer'));
    open(api, fakeFramework({ 'ticket.id': 7, 'currentUser.locale': 'de' }));
    expect((await screen.findByRole('alert')).textContent).toContain('der Desk antwortet gerade nicht');
  });

  it('says of a value that a model gave it, with its confidence', async () => {
    const found = assistance();
    open(fakeApi({ ...found, triage: { ...found.triage, category: verdict('billing', 'high', 'model') } }));
    await screen.findByText('Two charges for one order.');
    expect(row('category').textContent).toContain('By a model, 83%');
  });

  it('shows what the server says went wrong, and tries again when asked', async () => {
    const api = fakeApi();
    api.assist.mockRejectedValueOnce(new ProblemError(400, 'Bad', 'The index is being built.'));
    open(api);
    expect((await screen.findByRole('alert')).textContent).toContain('The index is being built.');
    fireEvent.click(screen.getByText('Try again'));
    await screen.findByText('Two charges for one order.');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says a failure in the agent\'s language, by its kind, where the server has no word for it', async () => {
    const api = fakeApi();
    api.assist.mockRejectedValueOnce(new ProblemError(429, 'Too Many Requests', 'Too many requests; try again in 7 s.'));
    open(api, fakeFramework({ 'ticket.id': 7, 'currentUser.locale': 'de-AT' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Versuchen Sie es in einer Minute wieder.');
  });

  it('has the server say what it says itself in the agent\'s language, before it asks for anything', async () => {
    const { api } = open(fakeApi(), fakeFramework({ 'ticket.id': 7, 'currentUser.locale': 'fr-CA' }));
    await screen.findByText('Two charges for one order.');
    expect(api.speak).toHaveBeenLastCalledWith('fr');
    expect(api.speak.mock.invocationCallOrder.at(-1)).toBeLessThan(api.assist.mock.invocationCallOrder[0]!);
  });

  it('names the product\'s own values in the agent\'s language and leaves a desk\'s own as they stand', async () => {
    const found = assistance();
    found.triage.subcategory = verdict('refund request');
    found.triage.rootCause = verdict('gadget_recall');
    open(fakeApi(found), fakeFramework({ 'ticket.id': 7, 'currentUser.locale': 'de' }));
    await screen.findByText('Abrechnung');
    expect(row('subcategory').textContent).toContain('Erstattung');
    expect(row('rootCause').textContent).toContain('Gadget recall');
    expect(section('similar').textContent).toContain('Gelöst · 82\u00a0% ähnlich');
  });

  it('says why it suggests nothing', async () => {
    const found = assistance();
    found.reply = { suggestionId: null, text: null, citations: [], source: null, silentBecause: 'No article is near enough.' };
    open(fakeApi(found));
    await screen.findByText('No article is near enough.');
    expect(screen.queryByText('Insert into reply')).toBeNull();
  });

  it('inserts without source numbers or Markdown', async () => {
    const { framework } = open();
    fireEvent.click(await screen.findByText('Insert into reply'));
    await screen.findByText('Inserted into your reply. Nothing has been sent.');
    expect(framework.invoke).toHaveBeenCalledWith('ticket.editor.insert', 'The second charge is voided within three days.');
  });

  it('says so when the browser allows no copying', async () => {
    open();
    fireEvent.click(await screen.findByText('Copy'));
    await screen.findByText('Your browser did not allow copying. Select the text and copy it yourself.');
  });

  it('asks before it uses a reply that stands on an internal source', async () => {
    const found = assistance();
    found.reply.citations[0]!.segment = 'internal';
    const { framework } = open(fakeApi(found));
    fireEvent.click(await screen.findByText('Insert into reply'));
    expect(screen.getByTestId('guard')).toBeTruthy();
    expect(framework.invoke).not.toHaveBeenCalledWith('ticket.editor.insert', expect.anything());
    fireEvent.click(screen.getByText('Insert anyway'));
    await waitFor(() => expect(framework.invoke).toHaveBeenCalledWith('ticket.editor.insert', expect.anything()));
  });

  it('thanks for a verdict only once it is stored', async () => {
    const api = fakeApi();
    api.sendFeedback.mockRejectedValueOnce(new ProblemError(500, 'Failed', null));
    open(api);
    fireEvent.click(await screen.findByLabelText('Useful'));
    await screen.findByText('That was not stored. Please try again.');
    fireEvent.click(screen.getByLabelText('Useful'));
    await screen.findByText('Thank you, that is noted.');
    expect(api.sendFeedback).toHaveBeenLastCalledWith({ ticketId: 7, suggestionId: 's-1', verdict: 'up', reason: null, correction: null });
  });

  it('sends the reason with a thumb down', async () => {
    const { api } = open();
    fireEvent.click(await screen.findByLabelText('Not useful'));
    fireEvent.click(screen.getByLabelText('Wrong facts'));
    fireEvent.change(screen.getByLabelText('In your words (optional)'), { target: { value: 'It takes ten days' } });
    fireEvent.click(screen.getByText('Send feedback'));
    await screen.findByText('Thank you, that is noted.');
    expect(api.sendFeedback).toHaveBeenCalledWith(
      { ticketId: 7, suggestionId: 's-1', verdict: 'down', reason: 'wrong facts: It takes ten days', correction: null });
  });

  it('follows the light and dark of the page around it', async () => {
    const { framework } = open();
    await screen.findByText('Two charges for one order.');
    const background = () => document.documentElement.style.getPropertyValue('--background');
    expect(background()).toBe('#fff');
    framework.tell('colorScheme.changed', 'dark');
    await waitFor(() => expect(background()).toMatch(/^#[01]/));
  });
});

describe('a corrected field', () => {
  async function correctCategory(api = fakeApi()) {
    open(api);
    const button = await screen.findByLabelText('Category: Billing. Correct it');
    fireEvent.click(button);
    fireEvent.click(await screen.findByRole('menuitemradio', { name: 'Shipping' }));
    return api;
  }

  it('is shown at once and kept as the server has it', async () => {
    const api = fakeApi();
    api.correct.mockResolvedValue({ ...assistance().triage, category: { ...verdict('shipping'), source: 'correction' } });
    await correctCategory(api);
    expect(row('category').dataset.value).toBe('shipping');
    await waitFor(() => expect(row('category').textContent).toContain('Corrected by an agent'));
    expect(api.correct).toHaveBeenCalledWith(7, 'category', 'shipping');
  });

  it('goes back, with the reason, when it was not stored', async () => {
    const api = fakeApi();
    api.correct.mockRejectedValue(new ProblemError(400, 'Bad', 'That value is not known.'));
    await correctCategory(api);
    await waitFor(() => expect(row('category').dataset.value).toBe('billing'));
    expect(within(row('category')).getByRole('alert').textContent).toBe('Not saved. That value is not known.');
  });
});

describe('reading again', () => {
  it('happens once for a burst of changes, and not after the panel is closed', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { api, framework } = open();
    await screen.findByText('Two charges for one order.');
    for (const event of ['ticket.saved', 'ticket.updated', 'ticket.status.changed']) framework.tell(event);
    await vi.advanceTimersByTimeAsync(1_600);
    expect(api.assist).toHaveBeenCalledTimes(2);
    framework.tell('ticket.updated');
    framework.tell('app.willDestroy');
    framework.tell('ticket.updated');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(api.assist).toHaveBeenCalledTimes(2);
  });

  it('goes on while triage is owed, for half a minute at most', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const found = assistance();
    found.triage.pending = true;
    const { api } = open(fakeApi(found));
    await screen.findByText('still running');
    await vi.advanceTimersByTimeAsync(120_000);
    expect(api.assist).toHaveBeenCalledTimes(11);
  });
});
