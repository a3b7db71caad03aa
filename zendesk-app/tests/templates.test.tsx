import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Assistance, ReplyTemplate } from '../src/shared/types';
import { Sidebar } from '../src/sidebar/Sidebar';
import { agent, assistance, fakeApi, fakeFramework } from './fixtures';

const macro: ReplyTemplate = {
  id: 'macro/12', kind: 'macro', title: 'Refund: how long it takes', text: 'It takes ten days, see […ticket.link…].', because: 'used', times: 3, of: 4,
  fitsBetter: true, blanks: ['ticket.link'], effects: [{ field: 'status', value: 'solved' }],
};
const section = (name: string) => document.querySelector<HTMLElement>(`[data-section="${name}"]`);

async function open(more: Partial<Assistance>, values: Record<string, unknown> = {}) {
  const [api, framework] = [fakeApi({ ...assistance(), ...more }), fakeFramework({ 'ticket.id': 7, 'currentUser.locale': 'en-GB', ...values })];
  render(<Sidebar api={api} framework={framework} session={agent} startScheme="light" />);
  await screen.findByText('Two charges for one order.');
  return { api, framework };
}

afterEach(cleanup);

describe('macros and templates', () => {
  it('stand before the reply where one fits better, with why, and say what a macro would set besides', async () => {
    await open({ templates: [macro] });
    expect(section('templates')!.compareDocumentPosition(section('reply')!) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    expect(section('templates')!.textContent).toContain('Agents answered 3 of 4 tickets like this with it.');
    expect(section('templates')!.textContent).toContain('it would also set: Status: Solved. Here only its words are inserted.');
    cleanup();
    await open({ templates: [{ ...macro, fitsBetter: false }] });
    expect(section('reply')!.compareDocumentPosition(section('templates')!) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  });

  it('ask before a text with open places is inserted, and insert words alone', async () => {
    const { framework } = await open({ templates: [macro] });
    fireEvent.click(within(section('templates')!).getByText('Insert this text'));
    expect(screen.getByTestId('guard').textContent).toContain('These are not known here: ticket.link.');
    expect(framework.invoke).not.toHaveBeenCalledWith('ticket.editor.insert', expect.anything());
    fireEvent.click(screen.getByText('Insert anyway'));
    await within(section('templates')!).findByText('Inserted into your reply. Nothing has been sent.');
    expect(framework.invoke).toHaveBeenCalledWith('ticket.editor.insert', macro.text);
  });

  it('are left out where none fits', async () => {
    await open({ templates: [] });
    expect(section('templates')).toBeNull();
  });
});

describe('what is missing', () => {
  const silent = { suggestionId: null, text: null, citations: [], source: null, silentBecause: 'It is not clear which order.' };

  it('is named with why, and the letter that asks for it can be inserted', async () => {
    const { framework } = await open({ reply: { ...silent, ask: 'Hi Nia,\n\nwhich order is it?', missing: [{ what: 'orderNumber', because: 'agents', times: 4, of: 5 }] } });
    expect(screen.getByTestId('ask').textContent).toContain('Order number · agents asked for it in 4 of 5 tickets like this');
    fireEvent.click(screen.getByText('Insert these questions'));
    await waitFor(() => expect(framework.invoke).toHaveBeenCalledWith('ticket.editor.insert', 'Hi Nia,<br><br>which order is it?'));
  });

  it('lets the agent say what they think of a silence', async () => {
    const { api } = await open({ reply: silent });
    fireEvent.click(screen.getByLabelText('Useful'));
    await screen.findByText('Thank you, that is noted.');
    expect(api.sendFeedback).toHaveBeenCalledWith({ ticketId: 7, suggestionId: null, verdict: 'up', reason: null, correction: null });
  });
});

describe('what was sent in the end', () => {
  const insert = async () => {
    fireEvent.click(screen.getByText('Insert into reply'));
    await screen.findByText('Inserted into your reply. Nothing has been sent.');
  };

  it('is told once for an inserted suggestion, in words', async () => {
    const { api, framework } = await open({});
    await insert();
    framework.tell('comment.text.changed', '<p>It is voided within <b>two</b> days.</p><p>Ada</p>');
    framework.tell('ticket.submit.done');
    await waitFor(() => expect(api.sent).toHaveBeenCalledWith(7, { suggestionId: 's-1', text: 'It is voided within two days.\nAda' }));
    framework.tell('ticket.submit.done');
    expect(api.sent).toHaveBeenCalledTimes(1);
  });

  it('is read when the ticket is saved, where the editor does not tell of each change', async () => {
    const values: Record<string, unknown> = {};
    const { api, framework } = await open({}, values);
    await insert();
    framework.get.mockImplementation(async (path: string) => path === 'ticket.comment.text' ? 'It is voided.' : null);
    framework.tell('ticket.save');
    await Promise.resolve();
    await new Promise(resolve => setTimeout(resolve));
    framework.tell('ticket.submit.done');
    await waitFor(() => expect(api.sent).toHaveBeenCalledWith(7, { suggestionId: 's-1', text: 'It is voided.' }));
  });

  it('is nobody\'s business where nothing was inserted', async () => {
    const { api, framework } = await open({});
    framework.tell('comment.text.changed', 'Something else.');
    framework.tell('ticket.submit.done');
    await new Promise(resolve => setTimeout(resolve));
    expect(api.sent).not.toHaveBeenCalled();
  });
});

describe('a summary that a model writes', () => {
  it('takes the place of the first once it is there, and says so', async () => {
    const api = fakeApi({ ...assistance(), canBeSummarised: true });
    api.summary.mockResolvedValue({ ...assistance().summary, problem: 'Nia paid twice.', source: 'model' });
    render(<Sidebar api={api} framework={fakeFramework()} session={agent} startScheme="light" />);
    await screen.findByText('Nia paid twice.');
    expect(section('summary')!.textContent).toContain('Written by a model');
  });

  it('leaves the first standing where it fails', async () => {
    const api = fakeApi({ ...assistance(), canBeSummarised: true });
    api.summary.mockRejectedValue(new TypeError('down'));
    render(<Sidebar api={api} framework={fakeFramework()} session={agent} startScheme="light" />);
    await screen.findByText('Two charges for one order.');
    await waitFor(() => expect(api.summary).toHaveBeenCalled());
    expect(section('summary')!.textContent).not.toContain('Written by a model');
  });
});
