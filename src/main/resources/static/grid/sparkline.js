// Twelve months of orders in a cell: a bar for each month, and the same in words.
import {h} from './elements.js';
import * as money from './money.js';
import {locale, texts as t} from './texts.js';

const SVG = 'http://www.w3.org/2000/svg';
const HEIGHT = 18;
const BAR = 5;
const MONTH = new Intl.DateTimeFormat(locale, {month: 'short', year: 'numeric', timeZone: 'UTC'});

export const history = grid => ({
  title: t.history, field: 'history', width: 84, minWidth: 84, headerSort: false,
  formatter: cell => sparkline(grid, cell.getData())
});

/** Empty for sums and for lines without orders. */
export function sparkline(grid, {id, unit}) {
  const box = h('span', {className: 'kg-history'});
  id && grid.guidance.draw(({months, history: of}) => of[id] && fill(box, months, of[id], unit));
  return box;
}

function fill(box, months, figures, unit) {
  const words = inWords(months, figures, unit);
  box.title = words;
  box.replaceChildren(bars(figures), h('span', {className: 'kg-unseen', textContent: words}));
}

/** Heights on the screen, no amounts: a binary fraction does no harm here. */
function bars(figures) {
  const heights = figures.map(Number);
  const [highest, lowest] = [Math.max(...heights, 0), Math.min(...heights, 0)];
  const scale = HEIGHT / (highest - lowest || 1);
  const svg = element('svg', {width: figures.length * (BAR + 1), height: HEIGHT, 'aria-hidden': 'true'});
  // One shape for all bars of a kind: a browser paints them with every key.
  const kinds = Map.groupBy(heights.keys(), i => (heights[i] < 0 ? 'kg-returns' : heights[i] === highest ? 'kg-highest' : 'kg-month'));
  kinds.forEach((months, kind) => svg.append(element('path', {class: kind, d: months.map(i => bar(i, heights[i], highest, scale)).join('')})));
  svg.append(element('line', {x1: 0, x2: figures.length * (BAR + 1), y1: highest * scale, y2: highest * scale}));
  return svg;
}

function bar(i, height, highest, scale) {
  const length = height === 0 ? 0 : Math.max(Math.abs(height) * scale, 1);
  return `M${i * (BAR + 1)} ${(highest - Math.max(height, 0)) * scale}h${BAR}v${length}h-${BAR}z`;
}

function inWords(months, figures, unit) {
  const name = i => MONTH.format(new Date(`${months[i]}-15T12:00:00Z`));
  const show = i => money.format(figures[i], locale, unit);
  const order = figures.map((_, i) => i).sort((a, b) => Number(figures[a]) - Number(figures[b]));
  const [lowest, highest] = [order[0], order.at(-1)];
  return t.historyInWords(figures.map((_, i) => `${name(i)} ${show(i)}`).join(', '),
    `${name(highest)} ${show(highest)}`, `${name(lowest)} ${show(lowest)}`);
}

function element(name, attributes) {
  const e = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([attribute, value]) => e.setAttribute(attribute, value));
  return e;
}
