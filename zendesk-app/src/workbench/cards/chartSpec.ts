/** A chart as a card carries it, brought into one shape: named places along an axis, and series with a height at each. */
export interface Chart {
  kind: 'line' | 'bars' | 'lying' | 'stacked';
  title: string;
  unit: string;
  places: string[];
  /** A height is null where there was nothing to measure. */
  series: { name: string; tint: number; heights: (number | null)[] }[];
}

// Teams' names of colours, in the order of our own tints for them.
const colours = ['categoricalBlue', 'categoricalMarigold', 'categoricalTeal', 'categoricalPurple', 'categoricalLavender', 'neutral'];
const tintOf = (colour: string | undefined, place: number) =>
  colour && colours.includes(colour) ? colours.indexOf(colour) : place % colours.length;

interface Point { x: string; y: number }
interface Source {
  type: string;
  title?: string;
  xAxisTitle?: string;
  yAxisTitle?: string;
  color?: string;
  data?: unknown[];
}

/** Reads one of Teams' chart elements; null where its data are none. */
export function readChart(source: Source): Chart | null {
  const data = source.data ?? [];
  if (data.length === 0) return null;
  const about = { title: source.title ?? '', unit: source.yAxisTitle ?? source.xAxisTitle ?? '' };

  switch (source.type) {
    case 'Chart.VerticalBar':
    case 'Chart.HorizontalBar': {
      const points = data as Point[];
      const kind = source.type === 'Chart.VerticalBar' ? 'bars' : 'lying';
      return { kind, ...about, places: points.map(p => p.x), series: [{ name: about.title, tint: tintOf(source.color, 0), heights: points.map(p => p.y) }] };
    }
    case 'Chart.Line':
    case 'Chart.VerticalBar.Grouped': {
      const lines = data as { legend: string; color?: string; values: Point[] }[];
      const kind = source.type === 'Chart.Line' ? 'line' : 'bars';
      const places = distinct(lines.flatMap(line => line.values.map(p => p.x)));
      if (kind === 'line') places.sort();
      return { kind, ...about, places, series: lines.map((line, i) => ({ name: line.legend, tint: tintOf(line.color, i), heights: places.map(x => line.values.find(p => p.x === x)?.y ?? null) })) };
    }
    case 'Chart.HorizontalBar.Stacked': {
      const bars = data as { title: string; data: { legend: string; value: number; color?: string }[] }[];
      const names = distinct(bars.flatMap(bar => bar.data.map(part => part.legend)));
      return {
        kind: 'stacked', ...about, places: bars.map(bar => bar.title),
        series: names.map((name, i) => ({
          name, tint: tintOf(bars.flatMap(bar => bar.data).find(part => part.legend === name)?.color, i), heights: bars.map(bar => bar.data.find(part => part.legend === name)?.value ?? null),
        })),
      };
    }
    default:
      return null;
  }
}

export const chartTypes = ['Chart.Line', 'Chart.VerticalBar', 'Chart.VerticalBar.Grouped', 'Chart.HorizontalBar', 'Chart.HorizontalBar.Stacked'];

/** The top of an axis: the next figure that is round, as its half is, and holds the highest. */
export function axisTop(highest: number): number {
  if (highest <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(highest));
  return [1, 1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8, 10].map(step => step * power).find(top => top >= highest)!;
}

export function highestOf(chart: Chart): number {
  const heights = chart.kind === 'stacked'
    ? chart.places.map((_, i) => chart.series.reduce((sum, s) => sum + (s.heights[i] ?? 0), 0))
    : chart.series.flatMap(s => s.heights.map(h => h ?? 0));
  return Math.max(0, ...heights);
}

/** What a screen reader says in place of the drawing. */
export function inWords(chart: Chart): string {
  const parts = chart.series.map(series => `${series.name || 'Values'}: ${chart.places
    .map((place, i) => series.heights[i] === null ? null : `${place} ${short(series.heights[i]!)}`).filter(Boolean).join(', ')}`);
  return `Chart. ${parts.join('. ')}`;
}

// As the cards' own words write them.
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A day or a month as people write it; anything else as it is. */
export function spokenPlace(place: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(place) ?? [];
  const name = months[Number(month) - 1];
  return !name ? place : day ? `${Number(day)} ${name}` : `${name} ${year}`;
}

export const short = (value: number) => value.toLocaleString('en-GB', { maximumFractionDigits: 1 });

function distinct(words: string[]): string[] {
  return [...new Set(words)];
}
