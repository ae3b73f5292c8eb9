// Which columns a mode has, and how their cells look.
import * as money from './money.js';
import {locale, metricName, texts as t} from './texts.js';
import {commentEditor, figureEditor} from './editors.js';
import {h, isSmall} from './elements.js';
import {hint, isAsked} from './lines.js';
import {notesColumn} from './notes.js';
import {small} from './phone.js';
import {history, sparkline} from './sparkline.js';
import {isUnusual, why} from './unusual.js';

const element = (tag, className, text) => {
  const e = document.createElement(tag);
  e.className = className;
  e.textContent = text ?? '';
  return e;
};

/** What a line shows in a figure column: what is typed and not yet taken, else what the server has. */
const shown = (line, field) => line.typed?.[field]
  ?? money.format(line[field], locale, line.unit) + (line.unit === 'PERCENT' && line[field] !== null ? ' %' : '');

const figureFormatter = (grid, field, note) => cell => {
  const line = cell.getData();
  if (line.id === undefined) {
    return '';
  }
  const cellElement = cell.getElement();
  const problem = line.typed?.[field] === undefined ? line.wrong?.[field] : t.invalid(line.typed[field]);
  cellElement.classList.toggle('kg-invalid', problem !== undefined);
  cellElement.title = problem ?? (field === 'plan' ? why(grid, line) : '');
  cellElement.classList.toggle('kg-unusual', field === 'plan' && isUnusual(line));
  const asked = cell.getColumn().getDefinition().cssClass === 'kg-edit' && grid.isEditable(line, field) && isAsked(line, field);
  cellElement.classList.toggle('kg-missing', asked && line[field] === null);
  cellElement.classList.toggle('kg-locked', cell.getColumn().getDefinition().cssClass === 'kg-edit' && !grid.isEditable(line, field));
  const box = element('div', line[field] !== null && /^0(\.0*)?$/.test(line[field]) ? 'kg-zero' : 'kg-figure', shown(line, field));
  const under = note?.(line);
  if (under) {
    box.append(h('div', {className: 'kg-under'}, under));
  }
  return box;
};

const totals = field => ({
  bottomCalc: (values, lines) => money.sum(lines.filter(line => line.unit === 'CURRENCY').map(line => line[field])),
  bottomCalcFormatter: cell => element('strong', '', money.format(cell.getValue(), locale, 'CURRENCY'))
});

const figure = (grid, field, title, {note, ...options} = {}) => ({
  title, field, hozAlign: 'right', headerHozAlign: 'right', width: 108, sorter: bySize(field),
  formatter: figureFormatter(grid, field, note), ...totals(field), ...options
});

const bySize = field => (a, b, rowA, rowB) => {
  const [x, y] = [rowA.getData()[field], rowB.getData()[field]];
  const size = money.difference(x ?? '0', y ?? '0');
  return size.startsWith('-') ? -1 : size === '0' ? 0 : 1;
};

const editable = (grid, may, field) => (grid.may(may)
  ? {editor: figureEditor(grid, field), editable: cell => grid.isEditable(cell.getData(), field), cssClass: 'kg-edit'}
  : {});

const signed = text => (/^[-−]/.test(text) ? text : `+${text}`);

/** What follows from a line's figures, written out: cells are drawn anew when these change. */
export function derived(line, mode) {
  const target = line[mode === 'confirm' ? 'agreed' : 'plan'];
  const percent = money.change(target, line.baseline);
  return {
    changePercent: percent === null ? (target !== null && line.baseline === null ? t.noBaseline : '') : money.formatPercent(percent, locale),
    changeAmount: money.format(money.difference(target, line.baseline), locale, line.unit),
    middle: money.format(money.middle(line.plan, line.proposal, line.unit), locale, line.unit),
    changeFormer: money.format(money.difference(target, line.formerAgreed), locale, line.unit),
    gap: line.proposal === null ? '' : signed(money.format(money.difference(line.proposal, line.plan ?? '0'), locale, line.unit))
  };
}

const written = (field, title, width) => ({
  title, field, hozAlign: 'right', headerHozAlign: 'right', width, headerSort: false,
  formatter: cell => {
    const text = cell.getValue() ?? '';
    return element('span', text.startsWith('-') || text.startsWith('−') ? 'kg-down' : 'kg-up', text);
  }
});

const mark = grid => ({
  title: t.check, field: 'plausibility', width: 34, minWidth: 34, headerSort: false, hozAlign: 'center',
  titleFormatter: () => element('span', 'kg-unseen', t.check),
  formatter: cell => sign(grid, cell.getData())
});

const sign = (grid, line) => (isUnusual(line)
  ? h('span', {
    className: 'kg-mark', role: 'img', textContent: line.plausibility === 'WARN' ? '◆' : '▲', title: why(grid, line),
    ariaLabel: `${t[line.plausibility]}: ${why(grid, line)}`
  })
  : '');

const changes = field => [
  {
    ...written('changePercent', t.changePercent, 84),
    bottomCalc: (values, lines) => {
      const of = name => money.sum(lines.filter(line => line.unit === 'CURRENCY').map(line => line[name]));
      return money.formatPercent(money.change(of(field), of('baseline')), locale);
    }
  },
  written('changeAmount', t.changeAmount, 96)
];

/** The same in one column, with whether it is unusual: where rows have two lines anyway. */
const change = (grid, field) => ({
  ...changes(field)[0], width: 96,
  formatter: cell => {
    const {changePercent, changeAmount, ...line} = cell.getData();
    const kind = changeAmount?.startsWith('-') ? 'kg-down' : 'kg-up';
    return h('div', {className: `kg-change ${kind}`}, sign(grid, line), ` ${changePercent ?? ''}`, h('div', {className: 'kg-under', textContent: changeAmount ?? ''}));
  }
});

const text = (field, title, options = {}) => ({
  title, field, minWidth: 140, widthGrow: 1, headerSort: false, formatter: cell => element('span', 'kg-text', cell.getValue()), ...options
});

const editableText = (grid, may, field, title) => text(field, title, grid.may(may)
  ? {
    editor: commentEditor(grid, field), editable: cell => grid.isEditable(cell.getData(), field), cssClass: 'kg-edit',
    formatter: cell => {
      const line = cell.getData();
      const asks = hint(grid, line, field);
      cell.getElement().classList.toggle('kg-locked', !grid.isEditable(line, field));
      cell.getElement().classList.toggle('kg-invalid', line.wrong?.[field] !== undefined);
      cell.getElement().title = line.wrong?.[field] ?? '';
      return asks && !cell.getValue() ? element('span', 'kg-hint', asks) : element('span', 'kg-text', cell.getValue());
    }
  }
  : {});

const joined = (...words) => words.filter(Boolean).join(' · ');

/** What the rep said to the last proposal. */
const answered = line => ({ACCEPT: `✓ ${t.accepted}`, REJECT: `✗ ${t.rejected}`}[line.response]);

const answer = grid => ({
  title: t.response, field: 'response', width: 206, headerSort: false,
  formatter: cell => {
    const line = cell.getData();
    const value = cell.getValue();
    if (!grid.may('ANSWER') || !line.proposal || line.setBy === 'MANAGER') {
      return element('span', '', answered(line));
    }
    const box = element('span', 'kg-answer');
    for (const [choice, label] of [['ACCEPT', `✓ ${t.accept}`], ['REJECT', `✗ ${t.reject}`]]) {
      const button = element('button', value === choice ? 'kg-chosen' : '', label);
      button.type = 'button';
      button.tabIndex = -1;
      button.setAttribute('aria-pressed', value === choice);
      button.setAttribute('aria-label', `${label}: ${line.label}`);
      button.addEventListener('click', event => {
        // A click on the cell would take the keyboard away.
        event.stopPropagation();
        cell.setValue(value === choice ? null : choice);
        // Drawn anew by that: the keyboard stays where it was.
        cell.getElement().querySelector(`[data-choice=${choice}]`)?.focus();
      });
      button.dataset.choice = choice;
      box.append(button);
    }
    return box;
  }
});

/** What a line is about; under the name of its group only the rest of it. */
const subject = grid => ({
  title: {group: t.productGroup, productGroup: t.account}[grid.grouping] ?? t.position,
  field: grid.grouping === 'group' ? 'productGroup' : 'accountName', minWidth: 125, widthGrow: 1, frozen: true,
  formatter: cell => {
    const line = cell.getData();
    const names = {group: [line.productGroup], productGroup: [line.accountName]}[grid.grouping] ?? [line.accountName, line.productGroup];
    const [first, second] = names.filter(Boolean).length > 0 ? names : [line.label];
    const box = element('div', 'kg-text', first ?? line.label);
    if (second) {
      box.append(element('div', 'kg-under', second));
    }
    if (line.setBy === 'MANAGER') {
      box.append(element('span', 'kg-badge', t.setByManagement));
    }
    if (line.changedByOthers) {
      box.append(element('span', 'kg-badge kg-new', t.changedSince));
    }
    return box;
  },
  bottomCalc: (values, lines) => (lines.some(line => line.unit === 'CURRENCY') ? t.total : ''),
  bottomCalcFormatter: cell => {
    // Figures of different units have no sum.
    cell.getRow().getElement().classList.toggle('kg-no-sum', !cell.getValue());
    return element('strong', '', cell.getValue());
  }
});

const MODES = {
  plan: (grid) => [
    figure(grid, 'baseline', t.baseline), figure(grid, 'plan', t.plan, editable(grid, 'PLAN', 'plan')),
    ...(grid.agreement.adjusts ? [change(grid, 'plan')] : [...changes('plan'), mark(grid)]), editableText(grid, 'PLAN', 'planComment', t.comment),
    history(grid)
  ],
  review: (grid, {repName}) => [
    figure(grid, 'baseline', t.baseline, {width: 96, note: line => sparkline(grid, line)}),
    figure(grid, 'plan', t.planFor(repName), {width: 136, note: line => joined(line.planComment, answered(line), line.responseComment)}), change(grid, 'plan'),
    figure(grid, 'proposal', t.proposal, {width: 100, ...editable(grid, 'PROPOSE', 'proposal')}),
    editableText(grid, 'PROPOSE', 'proposalReason', t.reason)
  ],
  answer: (grid, {managerName}) => [
    figure(grid, 'baseline', t.baseline, {width: 90}), figure(grid, 'plan', t.plan, {width: 90}),
    figure(grid, 'proposal', t.proposalBy(managerName), {width: 170, note: line => joined(line.gap, line.proposalReason)}),
    answer(grid), {...editableText(grid, 'ANSWER', 'responseComment', t.responseComment), minWidth: 110}
  ],
  align: (grid, {repName, managerName}) => [
    figure(grid, 'baseline', t.baseline, {width: 94}),
    figure(grid, 'plan', t.planFor(repName), {width: 182, note: line => joined(line.planComment, line.responseComment)}),
    figure(grid, 'proposal', t.proposalBy(managerName), {width: 188, note: line => line.proposalReason}),
    written('middle', t.middle, 84), figure(grid, 'agreed', t.agreed, {width: 110, ...editable(grid, 'AGREE', 'agreed')})
  ],
  confirm: grid => [figure(grid, 'baseline', t.baseline), figure(grid, 'plan', t.plan), figure(grid, 'agreed', t.agreed),
    ...(grid.agreement.adjusts ? [change(grid, 'agreed')] : changes('agreed'))]
};

/** In an adjustment, what was agreed so far stands before what is planned now, with the part of it that stays. */
const former = grid => [
  figure(grid, 'formerAgreed', t.formerAgreed, {
    width: 108, note: line => (line.elapsed && !/^0(\.0*)?$/.test(line.elapsed) ? t.elapsed(money.format(line.elapsed, locale, line.unit)) : '')
  }),
  ...(grid.mode === 'confirm' ? [written('changeFormer', t.sinceFormer, 96)] : [])
];

export function columns(grid, agreement) {
  const mode = MODES[grid.mode] ? grid.mode : 'confirm';
  const [baseline, ...rest] = MODES[mode](grid, agreement);
  const all = [subject(grid), baseline, ...(agreement.adjusts ? former(grid) : []), ...rest, notesColumn(grid)];
  return isSmall() ? small(grid, mode, all) : all;
}

export const labelOf = (line, metrics) => (line.accountName
  ? [line.accountName, line.productGroup].filter(Boolean).join(' · ')
  : metricName(metrics.get(line.metric)));
