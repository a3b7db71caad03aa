import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { ProblemError } from '../src/shared/api';
import type { Agreement, Review } from '../src/shared/reviews';
import { AppTheme } from '../src/shared/theme';
import { ReviewPage } from '../src/workbench/review/ReviewPage';
import { fakeApi } from './fixtures';

const review = (ticketId: number): Review => ({
  ticketId, source: 'demo', externalId: String(ticketId), kind: 'random', subject: `Subject ${ticketId}`, words: 'I was charged twice.', status: 'open',
  createdAt: '2026-03-02T08:00:00Z', judgedAt: '2026-03-02T08:01:00Z', certainty: 0.4,
  fields: [
    { field: 'category', value: 'billing', confidence: 0.9, level: 'high', way: 'rules', given: null },
    { field: 'subcategory', value: 'refund request', confidence: 0.6, level: 'medium', way: 'rules', given: null },
    { field: 'rootCause', value: 'bug', confidence: 0.4, level: 'low', way: 'model', given: 'refund' },
  ],
});

const share = (agreed: number, total: number) => ({ agreed, total, share: total ? agreed / total : null, low: 0.5, high: 0.9 });
const figures = (reviewed: number): Agreement => ({
  since: '2026-01-01T00:00:00Z', drawn: 40, reviewed, tickets: share(reviewed, reviewed), fields: reviewed ? [{ field: 'rootCause', agreed: share(3, 4), ways: [] }] : [], ways: [], weeks: [],
});

function open(pages: Review[][], found = figures(0)) {
  const api = fakeApi();
  pages.forEach((items, i) => api.reviews.mockResolvedValueOnce({ items, next: i + 1 < pages.length ? String(i) : null }));
  api.agreement.mockResolvedValue(found);
  api.answerReview.mockImplementation(async ticketId => ({ ticketId, answers: [{ field: 'category', judged: 'billing', said: 'billing', agreed: true }] }));
  render(<AppTheme scheme="light" direction="ltr"><ReviewPage api={api} /></AppTheme>);
  return api;
}

const press = (key: string) => fireEvent.keyDown(document.body, { key });

afterEach(cleanup);

describe('the review', () => {
  it('shows the words, each field with its confidence and way, and what was set since', async () => {
    open([[review(1)]]);
    await screen.findByText('I was charged twice.');
    const cause = document.querySelector<HTMLElement>('[data-field=rootCause]')!;
    expect(cause.textContent).toContain('Root cause');
    expect(cause.textContent).toContain('40 %');
    expect(cause.textContent).toContain('By a model; set to Refund since');
  });

  it('agrees by a key and goes on to the next, over the end of a page', async () => {
    const api = open([[review(1)], [review(2)]]);
    await screen.findByText('Subject 1');
    press('a');
    await screen.findByText('Subject 2');
    expect(api.answerReview).toHaveBeenCalledWith(1, { agree: true, fields: {}, judgedAt: '2026-03-02T08:01:00Z' });
    expect(screen.getByTestId('said').textContent).toBe('Kept for #1: 1 of 1 agreed.');
    expect(api.agreement).toHaveBeenCalledTimes(2);
  });

  it('corrects a field, drops the subcategory of another category, and says so on the button', async () => {
    const api = open([[review(1)]]);
    const category = await screen.findByLabelText('Category');
    await waitFor(() => expect(within(category).getByText('Shipping')).toBeTruthy());
    fireEvent.change(category, { target: { value: 'shipping' } });
    expect(document.querySelector('[data-field=subcategory]')!.textContent).toContain('Was Refund request');
    fireEvent.click(screen.getByText(/Save 1 correction, agree with the rest/));
    await screen.findByText('Nothing waits for review');
    expect(api.answerReview).toHaveBeenCalledWith(1, expect.objectContaining({ fields: { category: 'shipping' } }));
  });

  it('leaves one for another time, and jumps to a field by its number', async () => {
    const api = open([[review(1), review(2)]]);
    await screen.findByText('Subject 1');
    press('2');
    expect(document.activeElement).toBe(screen.getByLabelText('Subcategory'));
    fireEvent.keyDown(document.activeElement!, { key: 'a' });   // typing in a list chooses there, and agrees with nothing
    expect(api.answerReview).not.toHaveBeenCalled();
    press('n');
    await screen.findByText('Subject 2');
  });

  it('tells when somebody was faster, and goes on', async () => {
    const api = open([[review(1), review(2)]]);
    await screen.findByText('Subject 1');
    api.answerReview.mockRejectedValueOnce(new ProblemError(409, 'Conflict', 'Carla has reviewed this ticket meanwhile; your answer was not kept.'));
    press('a');
    await screen.findByText('Subject 2');
    expect(screen.getByTestId('said').textContent).toContain('Carla has reviewed');
  });

  it('keeps the ticket and says why when an answer was not kept', async () => {
    const api = open([[review(1)]]);
    await screen.findByText('Subject 1');
    api.answerReview.mockRejectedValueOnce(new TypeError('network'));
    press('a');
    expect((await screen.findByRole('alert')).textContent).toContain('The server cannot be reached');
    expect(screen.getByText('Subject 1')).toBeTruthy();
  });

  it('says what is missing: nothing to review, no figure, no server', async () => {
    const api = open([[]]);
    await screen.findByText('Nothing waits for review');
    await screen.findByText(/There is no figure yet/);
    api.reviews.mockRejectedValueOnce(new TypeError('network'));
    fireEvent.click(screen.getByText('Least certain'));
    await screen.findByText('Could not read what waits');
    api.reviews.mockResolvedValueOnce({ items: [], next: null });
    fireEvent.click(screen.getByText('Try again'));
    await screen.findByText('Nothing is uncertain');
    expect(api.reviews.mock.lastCall![0]).toBe('uncertain');
  });

  it('shows agreement with how many it stands on and its range', async () => {
    open([[review(1)]], figures(4));
    await screen.findByText(/right in every field/);
    const row = document.querySelector<HTMLElement>('[data-name="Root cause"]')!;
    expect(row.textContent).toContain('75 % 3 of 4');
    expect(within(row).getByRole('img').getAttribute('aria-label')).toBe('between 50 % and 90 %');
    expect(screen.getByTestId('reviewed').textContent).toBe('Of 40 tickets drawn in 90 days, 4 are reviewed.');
  });
});
