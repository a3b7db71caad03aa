import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { Sidebar } from '../src/sidebar/Sidebar';
import { agent, assistance, fakeApi, fakeFramework } from './fixtures';

const note = { text: 'Do not promise a <b>date</b> yet.', forbids: ['date', 'other'], at: '2026-03-02T09:00:00Z' };
const open = (locale = 'en-GB', cautions = [note]) => {
  const framework = fakeFramework({ 'ticket.id': 7, 'currentUser.locale': locale });
  render(<Sidebar api={fakeApi({ ...assistance(), cautions })} framework={framework} session={agent} startScheme="light" />);
  return framework;
};

afterEach(cleanup);

describe('what internal notes ask for', () => {
  it('stands above the reply, letter by letter, with what is not to be done and the day', async () => {
    open();
    const part = await screen.findByRole('region', { name: 'Internal notes to mind' });
    expect(part.querySelector('blockquote')!.textContent).toBe(note.text);
    expect(within(part).getByText('No date')).toBeTruthy();
    expect(part.textContent).not.toContain('other');
    expect(part.querySelector('time')!.textContent).toBe('2 Mar 2026');
    expect(part.compareDocumentPosition(document.querySelector('[data-section="reply"]')!) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  });

  it('speaks the language of the agent', async () => {
    open('de-DE');
    expect((await screen.findByRole('region', { name: 'Interne Notizen beachten' })).textContent).toContain('Kein Datum');
  });

  it('goes into no editor', async () => {
    const framework = open();
    fireEvent.click(await screen.findByText('Insert into reply'));
    await screen.findByText('Inserted into your reply. Nothing has been sent.');
    expect(JSON.stringify(framework.invoke.mock.calls)).not.toContain('promise');
  });

  it('is not there where no note asks for anything', async () => {
    open('en-GB', []);
    await screen.findByText('Two charges for one order.');
    expect(document.querySelector('[data-section="cautions"]')).toBeNull();
  });
});
