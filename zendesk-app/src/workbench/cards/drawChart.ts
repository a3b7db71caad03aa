import { axisTop, highestOf, inWords, short, spokenPlace, type Chart } from './chartSpec';

const svgNamespace = 'http://www.w3.org/2000/svg';
const height = 200;
const frame = { left: 44, right: 12, top: 14, bottom: 26 };
const barHeight = 18;
const rowHeight = 30;

// Drawn twice, and the style sheet shows the one for the room there is: letters stay as large as the text around them.
const sizes = {
  wide: { width: 560, nameWidth: 160, letters: 25, places: 8 },
  slim: { width: 290, nameWidth: 100, letters: 15, places: 4 },
};
type Size = (typeof sizes)['wide'];

type Series = Chart['series'][number];
type Attributes = Record<string, string | number>;

/** A plain drawing of the chart that Teams would draw by itself; colours come from the style sheet, by series. */
export function drawChart(chart: Chart): HTMLElement {
  const figure = document.createElement('figure');
  figure.className = 'chart';
  if (chart.title) figure.append(words('figcaption', 'chart-title', chart.title + (chart.unit && chart.unit !== chart.title.toLowerCase() ? `, ${chart.unit}` : '')));
  for (const [name, size] of Object.entries(sizes)) {
    const svg = chart.kind === 'line' || chart.kind === 'bars' ? upright(chart, size) : lying(chart, size);
    svg.setAttribute('class', `chart-${name}`);
    figure.append(svg);
  }
  if (chart.series.length > 1) figure.append(legend(chart));
  return figure;
}

function upright(chart: Chart, { width, places }: Size): SVGElement {
  const svg = drawing(chart, width, height);
  const top = axisTop(highestOf(chart));
  const inner = { width: width - frame.left - frame.right, height: height - frame.top - frame.bottom };
  const y = (value: number) => frame.top + inner.height * (1 - value / top);
  const step = inner.width / chart.places.length;
  const middle = (i: number) => frame.left + step * (i + .5);

  for (const value of [0, top / 2, top]) {
    svg.append(shape('line', { class: 'chart-grid', x1: frame.left, x2: width - frame.right, y1: y(value), y2: y(value) }));
    svg.append(label(short(value), frame.left - 6, y(value) + 4, 'end'));
  }

  const every = Math.ceil(chart.places.length / places); // more names than that run into each other
  chart.places.forEach((place, i) => { if (i % every === 0) svg.append(label(cut(spokenPlace(place), 14), middle(i), height - 8, 'middle')); });

  chart.series.forEach((series, number) => {
    if (chart.kind === 'line') svg.append(...line(series, middle, y));
    else svg.append(...bars(chart, series, number, step, middle, y));
  });
  return svg;
}

function line({ heights, tint }: Series, x: (i: number) => number, y: (value: number) => number): SVGElement[] {
  const runs: string[] = [];
  let open = false;
  heights.forEach((value, i) => {
    if (value !== null) runs.push(`${open ? 'L' : 'M'}${round(x(i))} ${round(y(value))}`);
    open = value !== null; // a gap stays a gap
  });
  const dots = heights.flatMap((value, i) => value === null ? [] : [shape('circle', { class: `series-${tint}`, cx: round(x(i)), cy: round(y(value)), r: 3 })]);
  return [shape('path', { class: `chart-line series-${tint}`, d: runs.join('') }), ...(heights.length <= 40 ? dots : [])];
}

function bars(chart: Chart, { heights, tint }: Series, number: number, step: number, x: (i: number) => number, y: (value: number) => number): SVGElement[] {
  const all = Math.min(step * .7, 60 * chart.series.length);
  const wide = all / chart.series.length;
  return heights.flatMap((value, i) => {
    if (value === null) return [];
    const left = x(i) - all / 2 + wide * number;
    const bar = shape('rect', { class: `series-${tint}`, x: round(left), y: round(y(value)), width: round(Math.max(1, wide - 2)), height: round(y(0) - y(value)), rx: 2 });
    return [bar, label(short(value), left + wide / 2 - 1, y(value) - 4, 'middle')];
  });
}

function lying(chart: Chart, { width, nameWidth, letters }: Size): SVGElement {
  const svg = drawing(chart, width, chart.places.length * rowHeight + 4);
  const top = highestOf(chart) || 1;
  const room = width - nameWidth - 50;
  chart.places.forEach((place, i) => {
    const y = i * rowHeight + 6;
    svg.append(label(cut(spokenPlace(place), letters), nameWidth - 8, y + 13, 'end'));
    let x = nameWidth;
    chart.series.forEach(series => {
      const value = series.heights[i] ?? 0;
      const wide = room * value / top;
      svg.append(shape('rect', { class: `series-${series.tint}`, x: round(x), y, width: round(Math.max(value > 0 ? 1 : 0, wide)), height: barHeight, rx: 2 }));
      x += wide;
    });
    svg.append(label(short(chart.series.reduce((sum, series) => sum + (series.heights[i] ?? 0), 0)), x + 6, y + 13, 'start'));
  });
  return svg;
}

function legend(chart: Chart): HTMLElement {
  const list = words('ul', 'chart-legend', '');
  chart.series.forEach(series => {
    const entry = words('li', '', '');
    entry.append(words('span', `chart-key series-${series.tint}`, ''), series.name);
    list.append(entry);
  });
  return list;
}

function drawing(chart: Chart, width: number, tall: number): SVGElement {
  return shape('svg', { viewBox: `0 0 ${width} ${tall}`, role: 'img', 'aria-label': inWords(chart) });
}

function label(text: string, x: number, y: number, anchor: string): SVGElement {
  const element = shape('text', { x: round(x), y: round(y), 'text-anchor': anchor });
  element.textContent = text;
  return element;
}

function shape(name: string, attributes: Attributes): SVGElement {
  const element = document.createElementNS(svgNamespace, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

function words(tag: string, className: string, text: string): HTMLElement {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.textContent = text;
  return element;
}

const round = (value: number) => Math.round(value * 10) / 10;
const cut = (text: string, most: number) => text.length <= most ? text : `${text.slice(0, most - 1)}…`;
