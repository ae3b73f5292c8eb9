// What a workbook would change: to be chosen line by line, and taken all at once or not at all.
import * as api from './api.js';
import {dialog, h} from './elements.js';
import * as money from './money.js';
import {locale, texts as t} from './texts.js';

/** @param again looks once more, when somebody has changed a line since */
export function review(grid, first, again) {
  const body = h('div');
  const problem = h('p', {className: 'kg-message kg-error', role: 'alert', hidden: true});
  const apply = h('button', {type: 'button', className: 'kg-primary'});
  const cancel = h('button', {type: 'button', textContent: t.cancel});
  const {element} = dialog(t.previewTitle, 'kg-preview', problem, body, h('p', {className: 'kg-actions'}, cancel, apply));
  let choices = [];
  const count = () => {
    const open = choices.filter(choice => choice.taken() === undefined).length;
    const chosen = choices.filter(choice => choice.taken()).length;
    apply.disabled = open > 0 || chosen === 0;
    apply.textContent = open > 0 ? t.conflictsOpen(open) : t.applyChanges(chosen);
  };
  const show = preview => {
    const earlier = new Map(choices.map(one => [one.row.row, one]));
    choices = preview.rows.map(row => choice(grid, row, count, decided(earlier.get(row.row), row)));
    body.replaceChildren(h('p', {textContent: summary(preview)}), table(choices));
    count();
  };
  cancel.addEventListener('click', () => element.close());
  apply.addEventListener('click', async () => {
    apply.disabled = true;
    try {
      const chosen = choices.filter(one => one.taken()).map(one => one.row.change);
      take(grid, await api.changeLines(grid.agreement.id, chosen));
      element.close();
      grid.bar.say(t.applied(chosen.length));
    } catch (refused) {
      problem.textContent = refused.status === 409 ? `${refused.message} ${t.lookedAgain}` : refused.status === 0 ? t.offlineNow : refused.message;
      problem.hidden = false;
      refused.status === 409 && await again().then(show, () => {});
      count();
    }
  });
  show(first);
}

/** What was chosen before somebody else was faster: a no stays one, a yes only to what has been seen. */
function decided(earlier, row) {
  const taken = earlier?.row.status === 'REFUSED' ? undefined : earlier?.taken();
  return taken && earlier.row.change.version !== row.change?.version ? undefined : taken;
}

/** The lines as the server has them now; those a mode does not show have no row. */
const take = (grid, lines) => lines.filter(line => grid.row(line.id)).forEach(line => grid.take(line));

const summary = ({rows, unchanged}) => [
  ...['CHANGE', 'CONFLICT', 'REFUSED'].map(status => [status, rows.filter(row => row.status === status).length]).filter(([, n]) => n > 0)
    .map(([status, n]) => t.previewCounts[status](n)),
  t.previewUnchanged(unchanged)
].join(' · ');

const table = choices => h('div', {className: 'kg-preview-table', tabIndex: 0, role: 'region', ariaLabel: t.previewTitle},
  h('table', {}, h('thead', {}, h('tr', {}, ...t.previewColumns.map(text => h('th', {scope: 'col', textContent: text})))),
    ...choices.map(choice => choice.element)));

/** A row of the workbook: what it changes, and whether that is wanted; undefined while somebody still has to choose. */
function choice(grid, row, changed, chosen) {
  const line = [...grid.lines(), ...grid.agreement.lines].find(one => one.id === row.lineId);
  const unit = grid.metrics.get(line?.metric)?.unit;
  const control = CONTROLS[row.status](row, changed, chosen);
  const fields = row.fields.length > 0 ? row.fields : [{name: row.errors[0]?.field ?? ''}];
  const element = h('tbody', {className: `kg-${row.status.toLowerCase()}`}, ...fields.map((field, i) => h('tr', {},
    ...(i > 0 ? [] : spanning(fields.length, [String(row.row)], [row.label])),
    h('td', {textContent: field.name}), h('td', {className: 'kg-value', textContent: show(field, 'now', unit)}),
    h('td', {className: 'kg-value', textContent: show(field, 'mine', unit)}),
    ...(i > 0 ? [] : spanning(fields.length, control.content)))));
  return {element, row, taken: control.taken};
}

const spanning = (rowSpan, ...cells) => cells.map(content => h('td', {rowSpan}, ...content));

const CONTROLS = {
  CHANGE: (row, changed, chosen = true) => {
    const box = h('input', {type: 'checkbox', checked: chosen});
    box.addEventListener('change', changed);
    return {content: [h('label', {}, box, ` ${t.takeOver}`), ...wanting(row)], taken: () => box.checked};
  },
  CONFLICT: (row, changed, chosen) => {
    const radios = [[true, t.keepMine], [false, t.takeTheirs]].map(([mine, label]) => {
      const radio = h('input', {type: 'radio', name: `kg-conflict-${row.row}`, checked: chosen === mine});
      radio.addEventListener('change', changed);
      return {mine, radio, label: h('label', {}, radio, ` ${label}`)};
    });
    return {
      content: [h('fieldset', {}, h('legend', {textContent: t.changedByOther}), ...radios.map(({label}) => label)), ...wanting(row)],
      taken: () => radios.find(({radio}) => radio.checked)?.mine
    };
  },
  REFUSED: row => ({content: [h('strong', {textContent: `✗ ${t.refused}`}), ...row.errors.map(one =>
    h('p', {textContent: [one.field, one.message].filter(Boolean).join(': ')}))], taken: () => false})
};

const wanting = row => (row.lacksReason ? [h('p', {className: 'kg-hint', textContent: t.reasonLater})] : []);

function show(field, side, unit) {
  const value = field[side];
  if (value === undefined) {
    return '';
  }
  return {
    FIGURE: () => money.format(value, locale, unit), ANSWER: () => ({ACCEPT: t.accepted, REJECT: t.rejected}[value]), TEXT: () => value
  }[field.kind]() || t.nothing;
}
