// The planning grid: one grid, five modes (plan, review, answer, align, confirm). What may be changed, the server says.
import * as api from './api.js';
import {bar} from './bar.js';
import {rights, say, typedSince} from './changes.js';
import {columns, derived} from './columns.js';
import {Conflicts} from './conflicts.js';
import * as lines from './lines.js';
import {Saver} from './saver.js';
import {makeTable} from './table.js';
import {texts as t} from './texts.js';

export class Grid {
  constructor(host, mode, agreement) {
    Object.assign(this, {host, mode, agreement});
    this.right = rights.find(right => this.may(right));
    this.metrics = new Map(agreement.metrics.map(metric => [metric.metricId, metric]));
    this.conflicts = new Conflicts(this);
    this.saver = new Saver(agreement.id, {
      version: lineId => this.row(lineId).getData().version,
      onSaved: (line, change) => this.saved(line, change),
      onRefused: (lineId, problem, change) => this.conflicts.refused(lineId, problem, change),
      onState: state => this.bar.showState(state)
    });
    this.bar = bar(this, agreement);
    const element = document.createElement('div');
    host.replaceChildren(this.bar.element, element);
    this.build(element);
    window.addEventListener('beforeunload', event => this.isSettled || event.preventDefault());
  }

  build(element) {
    const shown = lines.shownIn(this.mode, this.agreement.lines).map(line => this.prepared(line));
    this.grouping = shown.length > 12 && this.mode !== 'align' ? 'group' : '';
    this.bar.showGrouping(this.grouping);
    this.table = makeTable(this, element, shown);
    this.table.on('cellEdited', cell => this.edited(cell));
    this.table.on('tableBuilt', () => this.count());
    for (const direction of ['historyUndo', 'historyRedo']) {
      this.table.on(direction, (action, component) => component.getField && this.edited(component));
    }
  }

  may(right) {
    return this.agreement.allowed.includes(right);
  }

  isEditable(line, field) {
    return lines.isEditable(this.right, line, field);
  }

  prepared(line) {
    return lines.prepared(line, this.mode, this.metrics);
  }

  row(lineId) {
    return this.table.getRow(lineId);
  }

  /** The rows of lines in the order they are shown, without those of groups and sums. */
  shownRows() {
    return this.table.getRows('display')
      .filter(row => !row.getElement().matches('.tabulator-group, .tabulator-calcs'));
  }

  /** Nothing on the screen that the server does not have. */
  get isSettled() {
    return this.saver.pending === 0 && this.counts().unsaved.length === 0;
  }

  /** Brings everything to the server; if that is not possible, says why and shows where. */
  async settle() {
    const answered = await this.saver.settle();
    const {unsaved} = this.counts();
    if (unsaved.length > 0) {
      this.bar.say(t.completeUnsaved(unsaved.map(id => this.row(id).getData().label).join(', ')), true);
      this.conflicts.ask();
      this.show(unsaved[0]);
    } else if (!answered) {
      this.bar.say(t.completeOffline, true);
    }
    return this.isSettled;
  }

  edited(cell) {
    const line = cell.getData();
    const {[cell.getField()]: mended, ...wrong} = line.wrong ?? {};
    if (mended !== undefined) {
      this.row(line.id).update({wrong});
    }
    if (!lines.needsReason(line) || this.right !== 'PROPOSE') {
      this.saver.save(line.id, say(line, this.right));
    }
    this.refresh(line.id);
  }

  saved(line, change) {
    const row = this.row(line.id);
    row.update({...this.prepared(line), ...typedSince(change, row.getData(), this.right), wrong: {}});
    this.refresh(line.id);
  }

  /** One's own value over somebody else's, who will see it as a change of theirs. */
  keep(theirs) {
    const row = this.row(theirs.id);
    const mine = typedSince(say(theirs, this.right), row.getData(), this.right);
    row.update({...this.prepared(theirs), ...mine, wrong: {}});
    this.saver.save(theirs.id, say(row.getData(), this.right));
    this.refresh(theirs.id);
  }

  take(theirs) {
    this.row(theirs.id).update({...this.prepared(theirs), wrong: {}});
    this.refresh(theirs.id);
  }

  mark(lineId, wrong) {
    this.row(lineId).update({wrong});
    this.refresh(lineId);
  }

  /** As if it had been typed. */
  setFigure(lineId, field, figure) {
    const row = this.row(lineId);
    row.update({[field]: figure, typed: {}});
    this.edited(row.getCell(field));
  }

  keepTyped(lineId, field, typed) {
    const line = this.row(lineId).getData();
    this.row(lineId).update({typed: {...line.typed, [field]: typed}});
    this.refresh(lineId);
  }

  acceptTyping(lineId, field) {
    const {[field]: gone, ...typed} = this.row(lineId).getData().typed ?? {};
    if (gone !== undefined) {
      this.row(lineId).update({typed});
      this.refresh(lineId);
      this.bar.say('');
    }
  }

  /** Once the keyboard has moved on: drawing a row anew under somebody's typing would take the cell away from them. */
  refresh(lineId) {
    setTimeout(() => {
      const row = this.row(lineId);
      row.update(derived(row.getData(), this.mode));
      if (!row.getElement().contains(document.activeElement)) {
        row.reformat();
      }
    });
    // Sums once for however many lines.
    this.counting ??= setTimeout(() => {
      this.counting = undefined;
      this.table.recalc();
      this.count();
    });
  }

  counts() {
    return lines.counts(this.table.getData(), this.mode, this.right);
  }

  count() {
    this.bar.showCounts(this.counts());
  }

  /** The next line up or down that can be typed into, past subtotals and what is locked. */
  editNext(cell, step) {
    const rows = this.shownRows();
    const from = rows.findIndex(row => row.getData().id === cell.getData().id);
    for (let i = from + step; i >= 0 && i < rows.length; i += step) {
      if (this.isEditable(rows[i].getData(), cell.getField())) {
        rows[i].getCell(cell.getField()).edit();
        return;
      }
    }
  }

  show(lineId) {
    this.table.scrollToRow(lineId, 'center', false).then(() => {
      const cell = this.row(lineId).getCells().find(one => this.isEditable(one.getData(), one.getField()));
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
