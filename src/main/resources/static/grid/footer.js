// Below the grid: what the whole agreement comes to, how that differs from the baseline, and what the team still lacks.
import {h, isSmall} from './elements.js';
import {target} from './lines.js';
import * as money from './money.js';
import {locale, metricName, texts as t} from './texts.js';

/** What a line comes to if nothing more is said about it. */
const standing = line => line.agreed ?? (line.setBy === 'MANAGER' || line.response === 'ACCEPT' ? line.proposal : line.plan);

export function footer(grid) {
  // Wider than a narrow window, it scrolls: so it can be reached by keyboard.
  const element = h('div', {className: 'kg-footer', role: 'region', ariaLabel: t.total, tabIndex: 0});
  const loaded = new Map(grid.agreement.lines.map(line => [line.id, line]));
  return {
    element,
    /** @param team what is expected of it, and the gap as it was when the lines were loaded */
    show(team) {
      // A mode may show some lines only; the sums are of all.
      const lines = [...new Map([...loaded, ...grid.lines().map(line => [line.id, line])]).values()];
      const rows = [...grid.metrics.values()].filter(metric => metric.unit !== 'PERCENT')
        .map(metric => row(grid, metric, lines.filter(line => line.metric === metric.metricId), team, loaded)).filter(Boolean);
      const head = [t.metric, t.baseline, t.total, t.changeAmount, t.changePercent,
        ...(team.length > 0 ? [t.expectedOf(team[0].orgUnit), t.teamGap] : [])];
      element.replaceChildren(table([head.map(text => [text]), ...rows]));
    }
  };
}

/** A row for each metric; on a telephone a column, as there are fewer of them than there are sums. */
function table(rows) {
  const [head, ...body] = isSmall() ? rows[0].map((_, i) => rows.map(row => row[i])) : rows;
  return h('table', {}, h('caption', {className: 'kg-unseen', textContent: t.total}),
    h('thead', {}, h('tr', {}, ...head.map(content => h('th', {scope: 'col'}, ...content)))),
    h('tbody', {}, ...body.map(([name, ...cells]) =>
      h('tr', {}, h('th', {scope: 'row'}, ...name), ...cells.map(content => h('td', {}, ...content))))));
}

/** What the cells of a metric say. */
function row(grid, metric, lines, team, loaded) {
  if (lines.length === 0) {
    return undefined;
  }
  const show = figure => money.format(figure, locale, metric.unit) || '–';
  const baseline = money.sum(lines.map(line => line.baseline));
  const total = money.sum(lines.map(line => target(grid.mode, line)));
  const name = metric.unit === 'CURRENCY' ? `${metricName(metric)} (${grid.agreement.currency})` : metricName(metric);
  const cells = [baseline, total].map(show);
  cells.push(total === null ? '–' : signed(money.difference(total, baseline), show), money.formatPercent(money.change(total, baseline), locale) || '–');
  const expected = team.find(one => one.metric === metric.metricId);
  const own = expected && ownChange(lines, loaded);
  const filled = expected && openIn(lines.map(line => loaded.get(line.id)).filter(Boolean)) - openIn(lines);
  return [name, ...cells].map(text => [text])
    .concat(team.length === 0 ? [] : expected ? [expectation(expected, own, show), gap(expected, own, filled, show)] : [['–'], ['–']]);
}

/** What has changed here since the server summed up the team. */
const ownChange = (lines, loaded) => money.difference(
  money.sum(lines.map(standing)) ?? '0', money.sum(lines.map(line => loaded.get(line.id)).filter(Boolean).map(standing)) ?? '0');

const openIn = lines => lines.filter(line => standing(line) === null).length;

const expectation = ({expected, standing: now}, own, show) => [show(expected),
  ...(now === null ? [] : [h('div', {className: 'kg-under', textContent: t.teamStands(show(money.sum([now, own])))})])];

function gap({gap: then, openLines}, own, filled, show) {
  const now = money.difference(then, own);
  const open = openLines - filled;
  const text = now.startsWith('-') ? t.gapOver(show(now.slice(1))) : /[1-9]/.test(now) ? t.gapOpen(show(now)) : t.gapNone;
  return [text, ...(open > 0 ? [h('div', {className: 'kg-under', textContent: t.teamOpen(open)})] : [])];
}

const signed = (figure, show) => (figure.startsWith('-') || !/[1-9]/.test(figure) ? show(figure) : `+${show(figure)}`);
