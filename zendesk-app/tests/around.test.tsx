import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Assistance } from '../src/shared/types';
import { Sidebar } from '../src/sidebar/Sidebar';
import { agent, assistance, fakeApi, fakeFramework } from './fixtures';

const section = (name: string) => document.querySelector<HTMLElement>(`[data-section="${name}"]`);
const related = { id: 31, source: 'demo', externalId: '31', subject: 'Charged two times', status: 'open', score: 0.91, because: 'The same customer wrote it an hour before.' };

async function open(more: Partial<Assistance>, session = agent) {
  const framework = fakeFramework();
  render(<Sidebar api={fakeApi({ ...assistance(), ...more })} framework={framework} session={session} startScheme="light" />);
  await screen.findByText('Two charges for one order.');
  return framework;
}

afterEach(cleanup);

describe('what stands around the ticket', () => {
  it('tells the risk and the time beside what is usual, with reasons', async () => {
    await open({
      risk: { chance: 0.34, usual: 0.12, level: 'high', because: [{ field: 'category', value: 'billing', more: true, mean: 0.31, usual: 0.12 }] },
      expectedResolution: { at: '2026-03-04T10:00:00Z', from: '2026-03-02T10:00:00Z', to: '2026-03-09T10:00:00Z', usualMinutes: 900, because: [{ field: 'organization', value: null, more: true, mean: null, usual: null }, { field: 'priority', value: 'urgent', more: false, mean: 60, usual: 1500 }] },
    });
    expect(section('outlook')!.textContent).toContain('High · 34%, usually 12%');
    expect(section('outlook')!.textContent).toContain('Tickets with Category “Billing” go wrong more often: 31%, usually 12%');
    expect(section('outlook')!.textContent).toContain('Tickets of this organization take longer');
    expect(section('outlook')!.textContent).toContain('Tickets with Priority “Urgent” are solved sooner: 60 minutes, usually 25 hours');
    expect(section('outlook')!.textContent).toMatch(/4 Mar 2026.*between 2 Mar 2026.*and 9 Mar 2026/s);
  });

  it('opens what is likely the same matter, and leaves linking to the agent', async () => {
    const framework = await open({ duplicates: [related], problem: { ...related, id: 32, externalId: '32', subject: 'Payments fail' } });
    expect(section('same-matter')!.textContent).toContain('The same customer wrote it an hour before.');
    fireEvent.click(screen.getByText('Payments fail'));
    expect(framework.invoke).toHaveBeenCalledWith('routeTo', 'ticket', '32');
  });

  it('opens no ticket that the desk around it does not know', async () => {
    await open({ duplicates: [related] }, { ...agent, source: 'zendesk' });
    expect(screen.getByText('Charged two times').tagName).toBe('SPAN');
  });

  it('shows the customer\'s and the organization\'s other tickets', async () => {
    await open({ history: { requester: { tickets: 4, open: 1, lastAt: '2026-02-20T08:00:00Z', csat: 0.75 }, organization: { name: 'Contoso', tickets: 60, open: 3, lastAt: null }, recent: [{ ...related, createdAt: '2026-02-20T08:00:00Z' }] } });
    expect(section('history')!.textContent).toContain('Other tickets: 4, open: 1, the last on 20 Feb 2026 · 75% satisfied');
    expect(section('history')!.textContent).toContain('Contoso · Other tickets: 60, open: 3, the last on –');
  });

  it('leaves a part out that has nothing to tell', async () => {
    await open({ risk: null, expectedResolution: null, duplicates: [], problem: null, history: null });
    for (const name of ['outlook', 'same-matter', 'history']) expect(section(name)).toBeNull();
  });

  it('writes dates, figures and reasons as the agent does', async () => {
    const framework = fakeFramework({ 'ticket.id': 7, 'currentUser.locale': 'de' });
    const expectedResolution = {
      at: '2026-03-04T10:00:00Z', from: '2026-03-02T10:00:00Z', to: '2026-03-09T10:00:00Z', usualMinutes: 900,
      because: [{ field: 'category', value: 'billing', more: true, mean: 2_160, usual: 900 }],
    };
    render(<Sidebar api={fakeApi({ ...assistance(), expectedResolution })} framework={framework} session={agent} startScheme="light" />);
    await screen.findByText('Two charges for one order.');
    expect(section('outlook')!.textContent).toContain('04.03.2026');
    expect(section('outlook')!.textContent).toContain('Tickets mit Kategorie „Abrechnung“ dauern länger: 36 Stunden, üblich sind 15 Stunden');
  });
});
