import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { ProblemError } from '../src/shared/api';
import { Sidebar } from '../src/sidebar/Sidebar';
import { agent, assistance, fakeApi, fakeFramework } from './fixtures';

const text = () => screen.getByTestId('reply-text').textContent;

async function open(api = fakeApi()) {
  const framework = fakeFramework();
  render(<Sidebar api={api} framework={framework} session={agent} startScheme="light" />);
  await screen.findByTestId('rewrite');
  return { api, framework };
}

async function choose(words: string) {
  fireEvent.click(screen.getByRole('button', { name: /Change it/ }));
  fireEvent.click(await screen.findByRole('menuitem', { name: words }));
}

afterEach(cleanup);

describe('rewriting', () => {
  it('shows the new version, starts the next from it, and inserts what is shown', async () => {
    const { api, framework } = await open();
    await choose('More formal');
    await screen.findByText('Rewritten. Read it before you use it.');
    expect(api.rewrite).toHaveBeenLastCalledWith(7, { tone: 'formal', suggestionId: 's-1' });
    expect(text()).toContain('Dear Nia');
    await choose('Shorter');
    expect(api.rewrite).toHaveBeenLastCalledWith(7, { length: 'shorter', suggestionId: 's-2' });
    await screen.findByText('Rewritten. Read it before you use it.');
    fireEvent.click(screen.getByText('Insert into reply'));
    await screen.findByText('Inserted into your reply. Nothing has been sent.');
    expect(framework.invoke).toHaveBeenCalledWith('ticket.editor.insert', 'Dear Nia, it is voided within three days.');
  });

  it('says of no version that it was inserted when another was', async () => {
    await open();
    fireEvent.click(screen.getByText('Insert into reply'));
    await screen.findByText('Inserted into your reply. Nothing has been sent.');
    await choose('More formal');
    await screen.findByText('Rewritten. Read it before you use it.');
    await waitFor(() => expect(screen.queryByText('Inserted into your reply. Nothing has been sent.')).toBeNull());
  });

  it('goes back to the version before', async () => {
    await open();
    const before = text();
    await choose('French');
    await screen.findByText('The version before');
    fireEvent.click(screen.getByText('The version before'));
    expect(text()).toBe(before);
    expect(screen.queryByText('The version before')).toBeNull();
  });

  it('says which wish was not met, and why', async () => {
    const api = fakeApi();
    api.rewrite.mockResolvedValueOnce({ ...assistance().reply, notDone: [{ wish: 'instruction', because: 'noModel' }] });
    await open(api);
    fireEvent.change(screen.getByLabelText('Say what to change'), { target: { value: ' Mention the sale. ' } });
    fireEvent.click(screen.getByText('Rewrite'));
    expect((await screen.findByRole('alert')).textContent).toBe('Your instruction: this needs a model, and none is connected.');
    expect(api.rewrite).toHaveBeenCalledWith(7, { instruction: 'Mention the sale.', suggestionId: 's-1' });
    expect(screen.queryByText('The version before')).toBeNull();
  });

  it('keeps what is shown when rewriting fails, and says what the server said', async () => {
    const api = fakeApi();
    api.rewrite.mockRejectedValueOnce(new ProblemError(400, 'Bad Request', 'A source of this suggestion has changed since.'));
    await open(api);
    const before = text();
    await choose('Friendlier');
    expect((await screen.findByRole('alert')).textContent).toContain('A source of this suggestion has changed since.');
    expect(text()).toBe(before);
  });

  it('asks for a verdict on the version that is shown', async () => {
    const { api } = await open();
    await choose('Longer');
    await screen.findByText('Rewritten. Read it before you use it.');
    fireEvent.click(within(screen.getByTestId('feedback')).getByLabelText('Useful'));
    await screen.findByText('Thank you, that is noted.');
    expect(api.sendFeedback.mock.calls[0]![0].suggestionId).toBe('s-2');
  });
});
