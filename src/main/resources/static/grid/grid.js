// The planning grid: one grid, five modes (plan, review, answer, align, confirm). What may be changed, the server says.
import {TabulatorFull as Tabulator} from '/webjars/tabulator-tables/dist/js/tabulator_esm.min.js';
import * as api from './api.js';
import * as money from './money.js';
import {columns, derived, labelOf} from './columns.js';
import {bar} from './bar.js';
import {Saver} from './saver.js';
import {locale, texts as t} from './texts.js';

/** The right a mode needs, and how a change of one of its fields is said to the server. */
const CHANGES = {
  PLAN: {fields: ['plan', 'planComment'], say: line => ({plan: line.plan, comment: line.planComment ?? ''})},
  PROPOSE: {fields: ['proposal', 'proposalReason'], say: line => ({proposal: line.proposal, reason: line.proposalReason})},
  ANSWER: {fields: ['response', 'responseComment'], say: line => ({response: line.response, comment: line.responseComment})},
  AGREE: {fields: ['agreed'], say: line => ({agreed: line.agreed})}
};

/** Which lines a mode is about. */
const SUBJECT = {
  answer: line => line.proposal !== null && line.setBy === 'REP',
  align: line => line.alignable
};

export class Grid {
  constructor(host, mode, agreement) {
    Object.assign(this, {host, mode, agreement});
    this.metrics = new Map(agreement.metrics.map(metric => [metric.metricId, metric]));
    this.saver = new Saver(agreement.id, {
      version: lineId => this.row(lineId).getData().version,
      onSaved: line => this.row(line.id)?.update(this.prepared(line)).then(() => this.refresh(line.id)),
      onRefused: (lineId, problem, change) => this.refused(lineId, problem, change),
      onState: state => this.bar.showState(state)
    });
    this.bar = bar(this, agreement);
    this.tableElement = document.createElement('div');
    host.replaceChildren(this.bar.element, this.tableElement);
    this.build();
    window.addEventListener('beforeunload', event => this.saver.pending > 0 && event.preventDefault());
  }

  build() {
    const lines = this.agreement.lines.filter(SUBJECT[this.mode] ?? (() => true)).map(line => this.prepared(line));
    // Figures of the whole agreement and what is open come first; the rest keeps its order.
    lines.sort((a, b) => this.rank(a) - this.rank(b) || a.position - b.position);
    this.grouping = lines.length > 12 && this.mode !== 'align' ? 'group' : '';
    this.bar.showGrouping(this.grouping);
    this.table = new Tabulator(this.tableElement, {
      data: lines,
      columns: columns(this, this.agreement),
      index: 'id',
      layout: 'fitColumns',
      // A height of its own: with only a maximum, the virtual renderer measures itself for ever.
      height: heightFor(lines, ['answer', 'align'].includes(this.mode) ? TALL_ROW : ROW),
      groupBy: this.grouping || undefined,
      groupStartOpen: true,
      groupHeader: (value, count) => `${escape(value)} <span class="kg-count">${escape(t.lines(count))}</span>`,
      columnCalcs: 'both',
      placeholder: this.agreement.lines.length === 0 ? t.empty : t.nothingOpen,
      history: true,
      headerSortElement: '<span aria-hidden="true">↕</span>',
      columnDefaults: {headerSortTristate: true, tooltip: false, vertAlign: 'middle'},
      keybindings: {navUp: false, navDown: false}
    });
    this.table.on('cellEdited', cell => this.edited(cell.getData()));
    this.table.on('tableBuilt', () => this.bar.showCounts(this.counts()));
    for (const direction of ['historyUndo', 'historyRedo']) {
      this.table.on(direction, (action, component) => component.getData && this.edited(component.getData()));
    }
  }

  prepared(line) {
    const label = labelOf(line, this.metrics);
    const group = line.accountName ?? t.wholeAgreement;
    const prepared = {...line, unit: this.metrics.get(line.metric).unit, label, group};
    return {...prepared, ...derived(prepared, this.mode)};
  }

  rank(line) {
    return this.mode === 'review' && line.response === 'REJECT' ? 0 : line.accountId === null ? 1 : 2;
  }

  row(lineId) {
    return this.table.getRow(lineId);
  }

  may(right) {
    return this.agreement.allowed.includes(right);
  }

  isEditable(line, field) {
    const right = Object.keys(CHANGES).find(name => CHANGES[name].fields.includes(field));
    return this.may(right) && {
      PLAN: line.setBy === 'REP',
      PROPOSE: true,
      ANSWER: line.setBy === 'REP' && line.proposal !== null,
      AGREE: line.alignable
    }[right];
  }

  /** Whether an empty figure is still to come; an empty proposal lets the plan stand. */
  isAsked(line, field) {
    return field !== 'proposal' || line.setBy === 'MANAGER';
  }

  /** What a text cell asks for while it is empty. */
  hint(line, field) {
    if (field === 'proposalReason' && this.needsReason(line)) {
      return t.needsReason;
    }
    return field === 'planComment' && line.plausibility === 'REASON_REQUIRED' && line.plan !== null ? t.needsComment : '';
  }

  needsReason(line) {
    return line.setBy === 'REP' && line.proposal !== null && !money.isSame(line.proposal, line.plan) && !line.proposalReason;
  }

  change(lineId, values) {
    this.row(lineId).update(values).then(() => this.edited(this.row(lineId).getData()));
  }

  edited(line) {
    const right = Object.keys(CHANGES).find(name => this.may(name));
    const waits = right === 'PROPOSE' && this.needsReason(line);
    if (right && !waits) {
      this.saver.save(line.id, CHANGES[right].say(line));
    }
    this.refresh(line.id);
  }

  /** Once the keyboard has moved on: drawing a row anew under somebody's typing would take the cell away from them. */
  refresh(lineId) {
    setTimeout(() => {
      const row = this.row(lineId);
      if (row) {
        row.update(derived(row.getData(), this.mode));
        if (!row.getElement().contains(document.activeElement)) {
          row.reformat();
        }
      }
      this.table.recalc();
      this.bar.showCounts(this.counts());
    });
  }

  refuseTyping(lineId, field, typed, message) {
    const line = this.row(lineId).getData();
    this.row(lineId).update({typed: {...line.typed, [field]: typed}}).then(() => this.refresh(lineId));
    this.bar.say(`${line.label}: ${message}`, true);
  }

  acceptTyping(lineId, field) {
    const {[field]: gone, ...typed} = this.row(lineId).getData().typed ?? {};
    if (gone !== undefined) {
      this.row(lineId).update({typed}).then(() => this.refresh(lineId));
      this.bar.say('');
    }
  }

  /** Somebody else was faster: both values are shown and the user chooses. Anything else is told as the server said it. */
  refused(lineId, problem, change) {
    const line = this.row(lineId).getData();
    if (!problem.line) {
      this.bar.say(problem.message, true);
      return;
    }
    const field = Object.keys(change)[0];
    const show = value => (field === 'response' ? value ?? '–' : money.format(value, locale, line.unit) || '–');
    this.bar.choose(`${line.label}: ${t.conflict(show(change[field]), show(problem.line[field]))}`, [
      [t.keepMine, () => this.row(lineId).update({version: problem.line.version}).then(() => this.saver.save(lineId, change))],
      [t.takeTheirs, () => this.row(lineId).update(this.prepared(problem.line)).then(() => this.refresh(lineId))]
    ]);
  }

  counts() {
    const lines = this.table.getData();
    const missing = {
      plan: line => line.setBy === 'REP' && line.plan === null,
      review: line => line.setBy === 'MANAGER' && line.proposal === null,
      answer: line => line.response === null,
      align: line => line.agreed === null
    }[this.mode] ?? (() => false);
    const unread = line => Object.keys(line.typed ?? {}).length > 0 || this.needsReason(line);
    const money_ = lines.filter(line => line.unit === 'CURRENCY');
    return {
      missing: lines.filter(missing).map(line => line.id),
      unread: lines.filter(unread).length,
      baseline: money.sum(money_.map(line => line.baseline)),
      target: money.sum(money_.map(line => (this.mode === 'plan' ? line.plan : line.agreed ?? line.proposal ?? line.plan)))
    };
  }

  /** The next line up or down that can be typed into, past subtotals and what is locked. */
  editNext(cell, step) {
    const field = cell.getField();
    const rows = this.table.getRows('active');
    const from = rows.findIndex(row => row.getData().id === cell.getData().id);
    for (let i = from + step; i >= 0 && i < rows.length; i += step) {
      if (this.isEditable(rows[i].getData(), field)) {
        rows[i].getCell(field).edit();
        return;
      }
    }
  }

  show(lineId) {
    this.table.scrollToRow(lineId, 'center', false).then(() => {
      const cell = this.row(lineId).getCells().find(one => one.getColumn().getDefinition().cssClass === 'kg-edit');
      cell?.edit?.();
    }).catch(() => {});
  }

  /** Under the name of an account its lines need not repeat it. */
  groupBy(field) {
    this.grouping = field;
    this.table.setColumns(columns(this, this.agreement));
    this.table.setGroupBy(field || false);
  }

  search(text) {
    const wanted = text.toLowerCase();
    this.table.setFilter(line => `${line.label} ${line.planComment ?? ''} ${line.proposalReason ?? ''}`.toLowerCase().includes(wanted));
  }

  async addLine(accountId, productGroup) {
    const line = await api.addLine(this.agreement.id, {accountId, productGroup});
    await this.table.addRow(this.prepared(line), false);
    this.refresh(line.id);
    this.show(line.id);
  }
}

const ROW = 27;
const TALL_ROW = 74;
const AROUND = 130;
const GROUP = 2.2;

function heightFor(lines, row) {
  const groups = new Set(lines.map(line => line.group)).size;
  const most = Math.max(320, Math.round(window.innerHeight * 0.6));
  return Math.min(most, Math.max(180, lines.length * row + groups * GROUP * ROW + AROUND));
}

function escape(text) {
  const e = document.createElement('span');
  e.textContent = text;
  return e.innerHTML;
}
