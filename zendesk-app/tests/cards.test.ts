import { afterEach, describe, expect, it, vi } from 'vitest';
import { axisTop, highestOf, inWords, readChart, spokenPlace } from '../src/workbench/cards/chartSpec';
import { drawCard } from '../src/workbench/cards/draw';

const bars = { type: 'Chart.VerticalBar', title: 'Tickets', yAxisTitle: 'tickets', data: [{ x: 'billing', y: 19 }, { x: 'shipping', y: 4 }] };
const lines = {
  type: 'Chart.Line', title: 'Median',
  data: [{ legend: 'billing', values: [{ x: '2026-03-02', y: 3 }, { x: '2026-03-09', y: 5 }] }, { legend: 'technical', values: [{ x: '2026-03-09', y: 7 }] }],
};
const stacks = { type: 'Chart.HorizontalBar.Stacked', data: [{ title: 'billing', data: [{ legend: 'email', value: 11 }, { legend: 'chat', value: 8 }] }, { title: 'web', data: [{ legend: 'chat', value: 2 }] }] };
const table = { type: 'Table', columns: [{ width: 1 }], rows: [{ type: 'TableRow', cells: [{ type: 'TableCell', items: [{ type: 'TextBlock', text: 'a row' }] }] }] };
const cardOf = (...body: object[]) => ({ type: 'AdaptiveCard', version: '1.5', body });

describe('a chart of a card', () => {
  it('is read into places and series, whatever kind it is', () => {
    expect(readChart(bars)).toMatchObject({ kind: 'bars', places: ['billing', 'shipping'], series: [{ heights: [19, 4] }] });
    expect(readChart({ ...bars, type: 'Chart.HorizontalBar' })!.kind).toBe('lying');
    expect(readChart(stacks)).toMatchObject({ kind: 'stacked', series: [{ name: 'email', heights: [11, null] }, { name: 'chat', heights: [8, 2] }] });
    expect(readChart({ type: 'Chart.Pie', data: [{}] })).toBeNull();
    expect(readChart({ type: 'Chart.Line', data: [] })).toBeNull();
  });

  it('keeps a gap where a series has no point', () => {
    expect(readChart(lines)).toMatchObject({ places: ['2026-03-02', '2026-03-09'], series: [{ heights: [3, 5] }, { heights: [null, 7] }] });
  });

  it('takes the colours that the card names, and its own where it names none', () => {
    expect(readChart(lines)!.series.map(series => series.tint)).toEqual([0, 1]);
    const named = { ...lines, data: lines.data.map((line, i) => ({ ...line, color: ['categoricalTeal', 'neutral'][i] })) };
    expect(readChart(named)!.series.map(series => series.tint)).toEqual([2, 5]);
  });

  it('has an axis that ends at a round figure above the highest', () => {
    expect([0, 1, 19, 20, 21, 190, 0.4, 1068, 4102].map(axisTop)).toEqual([1, 1, 20, 20, 24, 200, 0.4, 1200, 5000]);
    expect(highestOf(readChart(stacks)!)).toBe(19);
  });

  it('can be heard', () => {
    expect(inWords(readChart(lines)!)).toBe('Chart. billing: 2026-03-02 3, 2026-03-09 5. technical: 2026-03-09 7');
    expect(spokenPlace('2026-03-09')).toBe('9 Mar');
    expect(spokenPlace('2026-09')).toBe('Sep 2026');
    expect(spokenPlace('2026-14')).toBe('2026-14');
    expect(spokenPlace('billing')).toBe('billing');
  });
});

describe('a card', () => {
  afterEach(() => vi.restoreAllMocks());

  it('shows its chart, or the table in its place', () => {
    const card = cardOf({ ...bars, fallback: table });
    expect(drawCard(card, true, () => {}).element.querySelectorAll('svg.chart-wide rect')).toHaveLength(2);
    const fallback = drawCard(card, false, () => {}).element;
    expect(fallback.querySelector('svg')).toBeNull();
    expect(fallback.querySelectorAll('[role=table] [role=row], table tr')).toHaveLength(1);
  });

  it('sends what its buttons hold, with what was written', () => {
    const pressed: unknown[] = [];
    const { element } = drawCard({
      ...cardOf({ type: 'Input.Text', id: 'reason', label: 'Why', value: 'two causes' }),
      actions: [
        { type: 'Action.Execute', title: 'Reject', verb: 'cluster.reject', data: { cluster: 17, version: 3 } },
        { type: 'Action.Submit', title: 'Ask', associatedInputs: 'none', data: { msteams: { type: 'messageBack', text: 'by channel', displayText: 'by channel?' } } },
        { type: 'Action.Submit', title: 'Old', data: { verb: 'cluster.reject' } },
      ],
    }, true, what => pressed.push(what));
    document.body.replaceChildren(element);
    element.querySelectorAll('button').forEach(button => button.click());
    expect(pressed).toEqual([
      { kind: 'execute', verb: 'cluster.reject', id: undefined, data: { cluster: 17, version: 3, reason: 'two causes' } },
      { kind: 'submit', text: 'by channel', shown: 'by channel?', value: undefined },
      { kind: 'submit', text: '', shown: '', value: { verb: 'cluster.reject', reason: 'two causes' } },
    ]);
  });

  it('opens addresses outside, without telling them where from', () => {
    const open = vi.spyOn(window, 'open').mockReturnValue(null);
    const { element } = drawCard({ ...cardOf({ type: 'TextBlock', text: 'x' }), actions: [{ type: 'Action.OpenUrl', title: 'Open', url: 'https://copilot.example.com/x' }] }, true, () => {});
    element.querySelector('button')!.click();
    expect(open).toHaveBeenCalledWith('https://copilot.example.com/x', '_blank', 'noopener');
  });
});
