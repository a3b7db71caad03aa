import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { WrittenPiece } from '../src/shared/types';
import { Sidebar } from '../src/sidebar/Sidebar';
import { agent, assistance, fakeApi, fakeFramework } from './fixtures';

const piece = (given: Partial<WrittenPiece>): WrittenPiece => ({ text: null, reply: null, because: null, ...given });

function open(...pieces: (Partial<WrittenPiece> | Promise<void>)[]) {
  const api = fakeApi({ ...assistance(), canBeWritten: true });
  api.written.mockImplementation(async function* () { for (const next of pieces) if (next instanceof Promise) await next; else yield piece(next); });
  const framework = fakeFramework();
  render(<Sidebar api={api} framework={framework} session={agent} startScheme="light" />);
  return { api, framework };
}

afterEach(cleanup);

describe('a reply that a model writes', () => {
  it('is shown while it comes, and can be inserted only when it is whole', async () => {
    let end = () => {};
    const waits = new Promise<void>(resolve => { end = resolve; });
    const { framework } = open({ text: 'Dear Nia, ' }, { text: 'it is voided' }, waits, { reply: { ...assistance().reply, suggestionId: 's-9', text: 'Dear Nia, it is voided. [1]', source: 'model' } });
    await screen.findByText('A model is writing…');
    await waitFor(() => expect(screen.getByTestId('reply-text').textContent).toBe('Dear Nia, it is voided'));
    expect(screen.queryByText('Insert into reply')).toBeNull();
    end();
    fireEvent.click(await screen.findByText('Insert into reply'));
    await screen.findByText('Inserted into your reply. Nothing has been sent.');
    expect(framework.invoke).toHaveBeenCalledWith('ticket.editor.insert', 'Dear Nia, it is voided.');
    fireEvent.click(screen.getByText('The version before'));
    expect(screen.getByTestId('reply-text').textContent).toContain('The second charge');
  });

  it('gives way to the one made without it where it breaks off', async () => {
    open({ text: 'Dear Nia, visit ' }, { because: 'modelFailed' });
    await screen.findByText(/This one was made without it/);
    expect(screen.getByTestId('reply-text').textContent).toContain('The second charge');
    expect(screen.getByText('Insert into reply')).toBeTruthy();
  });

  it('is not asked for where no model is set', async () => {
    const api = fakeApi();
    render(<Sidebar api={api} framework={fakeFramework()} session={agent} startScheme="light" />);
    await screen.findByText('Insert into reply');
    expect(api.written).not.toHaveBeenCalled();
  });
});
