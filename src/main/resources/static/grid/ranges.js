// Selected cells, as in a spreadsheet: typed into, copied, pasted over, filled down, emptied.
import {isFigure} from './lines.js';
import * as money from './money.js';
import {jump, selectAll, selectBeside} from './moves.js';
import {opensNotes} from './notes.js';
import {block, paste} from './paste.js';
import {locale, texts as t} from './texts.js';

export function listenToRanges(grid, table) {
  const body = table.element.querySelector('.tabulator-tableholder');
  body.addEventListener('keydown', event => {
    if (isOurs(event)) {
      key(grid, event);
    } else if (event.target.closest('button')) {
      // The library would take Enter for its own.
      event.stopPropagation();
      if (/^(Arrow.*|Escape|Tab)$/.test(event.key)) {
        event.preventDefault();
        body.focus();
      }
    }
  }, true);
  body.addEventListener('copy', event => isOurs(event) && copy(grid, event));
  body.addEventListener('cut', event => {
    if (isOurs(event)) {
      copy(grid, event);
      empty(grid);
    }
  });
  body.addEventListener('paste', event => isOurs(event) && pasteOver(grid, event));
  body.addEventListener('focus', () => announce(grid));
  // The first move after a click is called an addition.
  ['rangeAdded', 'rangeChanged'].forEach(event => table.on(event, () => announce(grid)));
}

/** An editor or a button in a cell listens for itself. */
const isOurs = event => !event.target.closest('input, textarea, select, button');

const active = grid => grid.table.modules.selectRange.getActiveCell()?.getComponent();

/** The selected cells, row by row, in the order they are shown. */
const selected = grid => grid.table.getRanges()[0]?.getStructuredCells() ?? [];

const editable = grid => selected(grid).map(row => row.filter(cell => grid.isEditable(cell.getData(), cell.getField())));

function key(grid, event) {
  const name = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const does = opensNotes(grid, active(grid), event) ?? meaning(grid, event, name);
  // What leads nowhere is left to the page: Tab leaves the grid behind its last cell.
  if (does && does() !== false) {
    event.preventDefault();
    event.stopPropagation();
  }
}

/** What a key does here; nothing where the library or the page knows better. */
function meaning(grid, event, name) {
  const command = event.ctrlKey || event.metaKey;
  if (/^(Home|End|Page)/.test(name) || (command && name.startsWith('Arrow'))) {
    return () => jump(grid, name, event);
  }
  if (command) {
    return {
      a: () => selectAll(grid), d: () => fillDown(grid), f: () => grid.bar.focus(),
      z: () => (event.shiftKey ? grid.redo() : grid.undo()), y: () => grid.redo()
    }[name];
  }
  const writes = event.key.length === 1 && !event.altKey && event.key !== ' ';
  return {
    F2: () => grid.edit(active(grid)), Enter: () => grid.edit(active(grid)), Delete: () => empty(grid), Backspace: () => empty(grid),
    Escape: () => grid.bar.focus(), Tab: () => selectBeside(grid, active(grid), event.shiftKey ? -1 : 1)
  }[name] ?? (writes ? () => grid.edit(active(grid), event.key) : undefined);
}

const text = cell => {
  const {[cell.getField()]: value, unit} = cell.getData();
  return isFigure(cell.getField()) ? money.format(value, locale, unit) : cell.getElement().innerText?.trim() ?? '';
};

function copy(grid, event) {
  const rows = selected(grid);
  event.clipboardData.setData('text/plain', rows.map(row => row.map(text)
    .map(one => one.replace(/[\t\r\n]+/g, ' ')).join('\t')).join('\n'));
  event.preventDefault();
  grid.bar.say(t.copied(rows.reduce((n, row) => n + row.length, 0)));
}

/** A single value goes into every selected cell, a block from the first one on. */
function pasteOver(grid, event) {
  const copied = event.clipboardData.getData('text/plain');
  const rows = selected(grid);
  if (rows.length > 0 && copied !== '') {
    event.preventDefault();
    paste(grid, rows[0][0], block(copied) ?? rows.map(row => row.map(() => copied)));
  }
}

/** The figure of the first selected row, in all below it. */
function fillDown(grid) {
  const [first, ...below] = selected(grid);
  below.flatMap(row => row.map((cell, i) => [cell, first[i].getValue()]))
    .filter(([cell]) => grid.isEditable(cell.getData(), cell.getField()))
    .forEach(([cell, value]) => grid.set(cell.getData().id, cell.getField(), value));
}

/** Nothing entered, which is not zero. */
function empty(grid) {
  editable(grid).flat().forEach(cell => {
    grid.acceptTyping(cell.getData().id, cell.getField());
    grid.set(cell.getData().id, cell.getField(), null);
  });
}

/** For those who cannot see where they are. */
function announce(grid) {
  const cell = active(grid);
  if (cell && !grid.table.modules.edit.currentCell) {
    const [range] = grid.table.getRanges();
    const size = (range.getBottomEdge() - range.getTopEdge() + 1) * (range.getRightEdge() - range.getLeftEdge() + 1);
    grid.bar.announce(size > 1
      ? t.selected(size)
      : `${cell.getColumn().getDefinition().title}, ${cell.getData().label}: ${text(cell) || t.nothing}`);
  }
}
