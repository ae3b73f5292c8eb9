// Two charts beside the table, which says the same in words and numbers. Each series has a pattern, so that none needs its colour.
import {format} from '/grid/money.js';

const locale = document.documentElement.lang;
let shown = [];

const style = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** Eight pixels, repeated: full, empty, and lines this way and that. */
const PATTERNS = [
  context => context.fillRect(0, 0, 8, 8),
  context => stroke(context, [[0, 8, 8, 0], [-2, 2, 2, -2], [6, 10, 10, 6]]),
  context => [[2, 2], [6, 6]].forEach(([x, y]) => context.fillRect(x - 1, y - 1, 2.5, 2.5)),
  () => {},
  context => stroke(context, [[0, 4, 8, 4], [4, 0, 4, 8]])
];

function stroke(context, lines) {
  context.lineWidth = 2;
  for (const [x1, y1, x2, y2] of lines) {
    context.beginPath();
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
    context.stroke();
  }
}

function pattern(nth, colour) {
  const tile = Object.assign(document.createElement('canvas'), {width: 8, height: 8});
  const context = tile.getContext('2d');
  context.fillStyle = style('--paper');
  context.fillRect(0, 0, 8, 8);
  context.fillStyle = context.strokeStyle = colour;
  PATTERNS[nth](context);
  return context.createPattern(tile, 'repeat');
}

/** Bar lengths are pixels, so a JavaScript number is exact enough; what is written beside a bar comes from the string. */
function series({name, values}, nth) {
  const colour = style(`--series-${nth}`);
  return {label: name, data: values.map(value => (value === null ? null : Number(value))), exact: values,
    backgroundColor: pattern(nth, colour), borderColor: colour, borderWidth: 1.5};
}

/** The value itself on each bar: at its end, or within it where bars are stacked. */
const valuesOnBars = (write, stacked) => ({
  id: 'valuesOnBars',
  afterDatasetsDraw({ctx}, _, __) {
    ctx.save();
    ctx.font = '12px system-ui, sans-serif';
    ctx.textBaseline = 'middle';
    this.chart.data.datasets.forEach((set, nth) => this.chart.getDatasetMeta(nth).data.forEach((bar, i) => {
      const value = set.exact[i];
      if (value === null || value === 0) {
        return;
      }
      const text = write(value);
      const width = ctx.measureText(text).width;
      const x = stacked ? (bar.x + bar.base - width) / 2 : bar.x + 6;
      ctx.fillStyle = style('--paper');
      ctx.fillRect(x - 2, bar.y - 7, width + 4, 14);
      ctx.fillStyle = style('--ink');
      ctx.fillText(text, x, bar.y);
    }));
    ctx.restore();
  },
  beforeInit(chart) {
    this.chart = chart;
  }
});

/** Names leave room for bars on a telephone. */
const cut = (name, canvas) => (canvas.clientWidth < 420 && name.length > 13 ? `${name.slice(0, 12)}…` : name);

function chart(canvas, labels, sets, {write, stacked, rows}) {
  canvas.parentElement.style.height = `${70 + labels.length * rows}px`;
  const text = {color: style('--ink'), font: {family: 'system-ui, sans-serif', size: 12}};
  return new window.Chart(canvas, {
    type: 'bar',
    data: {labels, datasets: sets.map(series)},
    plugins: [valuesOnBars(write, stacked)],
    options: {
      indexAxis: 'y', animation: false, maintainAspectRatio: false,
      layout: {padding: {right: stacked ? 8 : 80}},
      scales: {
        x: {stacked, display: false, beginAtZero: true},
        y: {stacked, ticks: {...text, callback: nth => cut(labels[nth], canvas)}, grid: {display: false}}
      },
      plugins: {
        legend: {position: 'bottom', labels: {...text, boxWidth: 22, boxHeight: 12}},
        tooltip: {callbacks: {label: ({dataset, dataIndex}) => `${dataset.label}: ${write(dataset.exact[dataIndex])}`}}
      }
    }
  });
}

/** Draws the charts of this section anew, or none if there is nothing to compare. */
export function draw(section) {
  shown.forEach(one => one.destroy());
  shown = [];
  if (!section || !window.Chart) {
    return;
  }
  const {labels, figures, phases} = JSON.parse(section.dataset.chart);
  const whole = figure => format(figure, locale, section.dataset.unit);
  const phasesAt = section.querySelector('#chart-phases');
  shown = [chart(section.querySelector('#chart-figures'), labels, figures, {write: whole, stacked: false, rows: 10 + figures.length * 17})];
  if (phasesAt) {
    shown.push(chart(phasesAt, labels, phases, {write: String, stacked: true, rows: 34}));
  }
}

window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => draw(document.querySelector('.charts')));
