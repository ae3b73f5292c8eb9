// Planning helps: fill many lines at once from what was bought before. Each can be taken back.
import * as money from './money.js';
import {locale, texts as t} from './texts.js';

/** The name of the group a line is in, as the grid is grouped now; by account if it is not. */
const groupOf = (grid, line) => line[grid.grouping || 'group'];

/** As many of the lines as the user means. */
const SCOPES = {
  empty: grid => grid.shownRows().filter(row => row.getData().plan === null),
  all: grid => grid.shownRows(),
  selected: grid => grid.selectedRows(),
  group: grid => {
    const groups = new Set(grid.selectedRows().map(row => groupOf(grid, row.getData())));
    return grid.shownRows().filter(row => groups.has(groupOf(grid, row.getData())));
  }
};

/** The lines a help is for: of money, and with something to start from. */
const meant = (grid, scope) => SCOPES[scope](grid).map(row => row.getData())
  .filter(line => line.setBy === 'REP' && line.unit === 'CURRENCY' && line.baseline !== null);

/** Fills these lines, and offers to undo it. */
function fill(grid, lines, figures) {
  lines.forEach((line, i) => grid.setFigure(line.id, 'plan', figures[i]));
  grid.bar.offer(t.filled(lines.length), t.undo, () => grid.undo());
}

/** The menu of helps, for a grid in which somebody plans. */
export function helps(grid, h) {
  const scope = h('select', {ariaLabel: t.helpFor, title: t.helpFor},
    ...Object.keys(SCOPES).map(value => h('option', {value, textContent: t.helpScopes[value]})));
  const percent = h('input', {inputMode: 'decimal', size: 5, ariaLabel: t.percent, placeholder: '5'});
  const total = h('input', {inputMode: 'decimal', size: 12, ariaLabel: t.totalToSpread, placeholder: t.total});
  const button = (label, work) => {
    const b = h('button', {type: 'button', textContent: label});
    b.addEventListener('click', () => {
      const lines = meant(grid, scope.value);
      if (lines.length === 0) {
        grid.bar.say(t.helpNothing);
        return;
      }
      const figures = work(lines);
      figures && fill(grid, lines, figures);
    });
    return b;
  };
  const typed = (input, unit) => {
    const figure = money.parse(input.value, locale, unit);
    if (figure === undefined || figure === null) {
      grid.bar.say(t.invalid(input.value), true);
      input.focus();
      return undefined;
    }
    return figure;
  };
  return h('details', {className: 'kg-adder'}, h('summary', {textContent: t.helps}), scope,
    button(t.copyBaseline, lines => lines.map(line => money.grown(line.baseline, '0'))),
    h('span', {}, percent, ' % '),
    button(t.grow, lines => {
      const by = typed(percent, 'PERCENT');
      return by && lines.map(line => money.grown(line.baseline, by));
    }),
    total,
    button(t.spread, lines => {
      const whole = typed(total, 'CURRENCY');
      if (!whole) {
        return undefined;
      }
      const parts = money.spread(whole, lines.map(line => line.baseline));
      parts ?? grid.bar.say(t.nothingToShare, true);
      return parts;
    }));
}
