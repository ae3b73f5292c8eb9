// The planning grid: one grid, five modes (plan, review, answer, align, confirm). What may be changed, the server says.
import * as api from './api.js';
import {bar} from './bar.js';
import {rights, say, typedSince} from './changes.js';
import {columns, derived} from './columns.js';
import {Conflicts} from './conflicts.js';
import {Draft} from './draft.js';
import {draw, hasCells, put, sumUp, whenIdle} from './faster.js';
import {Guidance} from './guidance.js';
import {History} from './history.js';
import * as lines from './lines.js';
import {show} from './moves.js';
import {News} from './news.js';
import {listenToRanges} from './ranges.js';
import {Saver} from './saver.js';
import {makeTable} from './table.js';
import {texts as t} from './texts.js';

export class Grid {
  constructor(host, mode, agreement) {
    Object.assign(this, {host, mode, agreement, changed: new Set(), unsummed: new Set()});
    this.right = rights.find(right => this.may(right));
    this.metrics = new Map(agreement.metrics.map(metric => [metric.metricId, metric]));
    this.conflicts = new Conflicts(this);
    this.history = new History((lineId, field, value) => this.set(lineId, field, value));
    this.saver = new Saver(agreement.id, {
      version: lineId => this.row(lineId).getData().version,
      onSaved: (line, change) => this.saved(line, change),
      onRefused: (lineId, problem, change) => this.conflicts.refused(lineId, problem, change),
      onState: state => {
        this.bar.showState(state);
        this.draft.later();
      }
    });
    this.draft = new Draft(this);
    this.bar = bar(this, agreement);
    this.guidance = new Guidance(this);
    const element = document.createElement('div');
    host.replaceChildren(this.bar.element, element);
    this.build(element);
    // Leaving a grid that is no longer on the page keeps nothing back but what is on its way.
    window.addEventListener('beforeunload', event =>
      (host.isConnected ? this.isSettled : this.saver.pending === 0) || event.preventDefault());
  }

  build(element) {
    const shown = lines.shownIn(this.mode, this.agreement.lines).map(line => this.prepared(line));
    this.grouping = shown.length > 12 && !['review', 'align'].includes(this.mode) ? 'group' : '';
    this.bar.showGrouping(this.grouping);
    this.table = makeTable(this, element, shown);
    this.table.on('cellEdited', cell => this.edited(cell.getData(), cell.getField(), cell.getOldValue(), cell.getValue()));
    this.table.on('tableBuilt', () => {
      listenToRanges(this, this.table);
      this.guidance.mount();
      this.count();
      this.draft.offer();
      this.news = new News(this);
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

  /** Undefined for a line that is not shown here. */
  row(lineId) {
    // The library would look through all of them.
    this.rows ??= new Map(this.table.getRows().map(row => [row.getData().id, row]));
    return this.rows.get(lineId);
  }

  /** All lines, as they are here. */
  lines() {
    return this.table.getRows().map(row => row.getData());
  }

  /** What the server or the grid says about a line, not its user. */
  put(row, changes) {
    const line = row.getData();
    const adds = lines.isOtherFigure(changes, line);
    put(row, changes);
    this.refresh(line.id, adds);
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

  /** The lines that say something here that the server has not taken. */
  unsaved() {
    return this.lines().filter(line => this.saver.isPending(line.id) || lines.isUnsaved(line, this.right));
  }

  /** Brings everything to the server; if that is not possible, says why and shows where. */
  async settle() {
    const answered = await this.saver.settle();
    const {unsaved} = this.counts();
    if (unsaved.length > 0) {
      this.bar.say(t.completeUnsaved(unsaved.map(id => this.row(id).getData().label).join(', ')), true);
      this.conflicts.ask();
      show(this, unsaved[0]);
    } else if (!answered) {
      this.bar.say(t.completeOffline, true);
    }
    return this.isSettled;
  }

  /** As if it had been typed, whether the line is on the screen or not. */
  set(lineId, field, value) {
    const row = this.row(lineId);
    if (hasCells(row)) {
      row.getCell(field).setValue(value);
    } else {
      const line = row.getData();
      const before = line[field];
      line[field] = value;
      this.edited(line, field, before, value);
    }
  }

  edited(line, field, before, after) {
    this.history.record(line.id, field, before, after);
    const {[field]: mended, ...wrong} = line.wrong ?? {};
    if (mended !== undefined) {
      this.put(this.row(line.id), {wrong});
    }
    if (!lines.needsReason(line) || this.right !== 'PROPOSE') {
      this.saver.save(line.id, say(line, this.right));
    }
    this.refresh(line.id);
  }

  saved(line, change) {
    const row = this.row(line.id);
    this.put(row, {...this.prepared(line), ...typedSince(change, row.getData(), this.right), wrong: {}});
  }

  /** One's own value over somebody else's, who will see it as a change of theirs. */
  keep(theirs) {
    const row = this.row(theirs.id);
    const mine = typedSince(say(theirs, this.right), row.getData(), this.right);
    this.put(row, {...this.prepared(theirs), ...mine, wrong: {}});
    this.saver.save(theirs.id, say(row.getData(), this.right));
  }

  take(theirs) {
    this.put(this.row(theirs.id), {...this.prepared(theirs), wrong: {}});
  }

  mark(lineId, wrong) {
    this.put(this.row(lineId), {wrong});
  }

  setFigure(lineId, field, figure) {
    this.acceptTyping(lineId, field);
    this.set(lineId, field, figure);
  }

  undo() {
    this.bar.say(t.undone(this.history.undo()));
  }

  redo() {
    this.bar.say(t.redone(this.history.redo()));
  }

  keepTyped(lineId, field, typed) {
    const line = this.row(lineId).getData();
    this.put(this.row(lineId), {typed: {...line.typed, [field]: typed}});
  }

  acceptTyping(lineId, field) {
    const {[field]: gone, ...typed} = this.row(lineId).getData().typed ?? {};
    if (gone !== undefined) {
      this.put(this.row(lineId), {typed});
      this.bar.say('');
    }
  }

  /** Once the keyboard has moved on: whoever types fast is already typing into the next cell. */
  refresh(lineId, adds = true) {
    this.changed.add(lineId);
    adds && this.unsummed.add(lineId);
    // Once for however many lines.
    this.refreshing ??= whenIdle(() => this.redraw(), () => this.addUp(), () => this.count());
  }

  redraw() {
    this.refreshing = undefined;
    this.takeRows(this.changed).forEach(row => {
      put(row, derived(row.getData(), this.mode));
      draw(row);
    });
  }

  addUp() {
    const rows = this.takeRows(this.unsummed);
    rows.length > 0 && sumUp(this.table, rows);
  }

  takeRows(lineIds) {
    const rows = [...lineIds].map(lineId => this.row(lineId));
    lineIds.clear();
    return rows;
  }

  counts() {
    return lines.counts(this.lines(), this.mode, this.right);
  }

  count() {
    this.bar.showCounts(this.counts());
    this.draft.later();
    this.guidance.count();
  }

  /** @param typed what the editor begins with; without it, with what is there */
  edit(cell, typed) {
    if (cell && this.isEditable(cell.getData(), cell.getField())) {
      this.typing = typed;
      const button = cell.getElement().querySelector('button');
      button ? button.focus() : cell.edit();
      this.typing = undefined;
    }
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

  async insert(line) {
    await this.table.addRow(this.prepared(line), false);
    this.rows = undefined;
  }

  async addLine(accountId, productGroup) {
    const line = await api.addLine(this.agreement.id, {accountId, productGroup});
    await this.insert(line);
    this.refresh(line.id);
    show(this, line.id);
  }
}
