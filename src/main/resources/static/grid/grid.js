// The planning grid: one grid, five modes (plan, review, answer, align, confirm). What may be changed, the server says.
import * as api from './api.js';
import {bar} from './bar.js';
import {rights, say, typedSince} from './changes.js';
import {columns, derived} from './columns.js';
import {Conflicts} from './conflicts.js';
import {sumUp} from './faster.js';
import {History} from './history.js';
import * as lines from './lines.js';
import {listenToRanges} from './ranges.js';
import {Saver} from './saver.js';
import {makeTable} from './table.js';
import {texts as t} from './texts.js';

export class Grid {
  constructor(host, mode, agreement) {
    Object.assign(this, {host, mode, agreement});
    this.right = rights.find(right => this.may(right));
    this.metrics = new Map(agreement.metrics.map(metric => [metric.metricId, metric]));
    this.conflicts = new Conflicts(this);
    this.history = new History((lineId, field, value) => this.set(this.row(lineId).getCell(field), value));
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
    this.grouping = shown.length > 12 && !['review', 'align'].includes(this.mode) ? 'group' : '';
    this.bar.showGrouping(this.grouping);
    this.table = makeTable(this, element, shown);
    this.table.on('cellEdited', cell => this.edited(cell));
    this.table.on('tableBuilt', () => {
      listenToRanges(this, this.table);
      this.count();
    });
  }

  may(right) {
    return this.agreement.allowed.includes(right);
  }

  isEditable(line, field) {
    return lines.isEditable(this.right, line, field);
  }

  prepared(line) {
    return lines.prepared(line, this.mode, this.metrics, this.agreement.changed);
  }

  row(lineId) {
    return this.table.getRow(lineId);
  }

  /** The rows of lines in the order they are shown, without those of groups and sums. */
  shownRows() {
    return this.table.getRows('display').filter(row => row._getSelf().type === 'row');
  }

  /** The rows of the selected cells. */
  selectedRows() {
    return this.table.getRanges()[0]?.getRows() ?? [];
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

  /** As if it had been typed, whether the cell is on the screen or not. */
  set(cell, value) {
    cell.setValue(value);
  }

  edited(cell) {
    const line = cell.getData();
    this.history.record(line.id, cell.getField(), cell.getOldValue(), cell.getValue());
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

  setFigure(lineId, field, figure) {
    this.acceptTyping(lineId, field);
    this.set(this.row(lineId).getCell(field), figure);
  }

  undo() {
    this.bar.say(t.undone(this.history.undo()));
  }

  redo() {
    this.bar.say(t.redone(this.history.redo()));
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
    this.changed ??= new Set();
    this.changed.add(lineId);
    // Once for however many lines.
    this.refreshing ??= setTimeout(() => this.redraw());
  }

  redraw() {
    const rows = [...this.changed].map(lineId => this.row(lineId));
    this.changed = this.refreshing = undefined;
    rows.forEach(row => {
      row.update(derived(row.getData(), this.mode));
      if (!row.getElement().contains(document.activeElement)) {
        row.reformat();
      }
    });
    sumUp(this.table, rows);
    this.count();
  }

  counts() {
    return lines.counts(this.table.getData(), this.mode, this.right);
  }

  count() {
    this.bar.showCounts(this.counts());
  }

  /** @param typed what the editor begins with; without it, with what is there */
  edit(cell, typed) {
    if (cell && this.isEditable(cell.getData(), cell.getField())) {
      this.typing = typed;
      cell.getElement().querySelector('button')?.focus() ?? cell.edit();
      this.typing = undefined;
    }
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

  /** The cell to the right or left that can be typed into, on the next line if there is none; false if that was the last. */
  beside(cell, step) {
    const rows = this.shownRows();
    const cells = rows.flatMap(row => row.getCells().filter(one => this.isEditable(row.getData(), one.getField())));
    const order = rows.map(row => row.getData().id);
    const columns = this.table.getColumns().map(column => column.getField());
    const place = one => order.indexOf(one.getData().id) * columns.length + columns.indexOf(one.getField());
    const here = place(cell);
    return (step > 0 ? cells.find(one => place(one) > here) : cells.findLast(one => place(one) < here)) ?? false;
  }

  selectBeside(cell, step) {
    const next = cell && this.beside(cell, step);
    next && this.select(next);
    return Boolean(next);
  }

  select(cell) {
    this.table.getRanges()[0].setBounds(cell, cell);
    cell.getElement().scrollIntoView({block: 'nearest', inline: 'nearest'});
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

  /** @param which a name of {@link lines.FILTERS} */
  filter(text, which) {
    const wanted = text.toLowerCase();
    this.table.setFilter(line => lines.FILTERS[which](line, this.mode)
      && `${line.label} ${line.planComment ?? ''} ${line.proposalReason ?? ''}`.toLowerCase().includes(wanted));
  }

  async addLine(accountId, productGroup) {
    const line = await api.addLine(this.agreement.id, {accountId, productGroup});
    await this.table.addRow(this.prepared(line), false);
    this.refresh(line.id);
    this.show(line.id);
  }
}
