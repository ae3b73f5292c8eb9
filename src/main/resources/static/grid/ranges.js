// Selected cells, as in a spreadsheet: typed into, copied, pasted over, filled down, emptied.
import * as money from './money.js';
import {block, paste} from './paste.js';
import {locale, texts as t} from './texts.js';

const FIGURES = ['baseline', 'plan', 'proposal', 'agreed'];

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
  body.addEventListener('paste', event => isOurs(event) && pasteOver(grid, event));
  body.addEventListener('focus', () => announce(grid));
  table.on('rangeChanged', () => announce(grid));
}

/** An editor or a button in a cell listens for itself. */
const isOurs = event => !event.target.closest('input, textarea, select, button');

const active = grid => grid.table.modules.selectRange.getActiveCell()?.getComponent();

/** The selected cells, row by row, in the order they are shown. */
const selected = grid => grid.table.getRanges()[0]?.getStructuredCells() ?? [];

const editable = grid => selected(grid).map(row => row.filter(cell => grid.isEditable(cell.getData(), cell.getField())));

function key(grid, event) {
  const command = event.ctrlKey || event.metaKey;
  const name = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const does = command
    ? {d: () => fillDown(grid), z: () => (event.shiftKey ? grid.redo() : grid.undo()), y: () => grid.redo()}[name]
    : {
      F2: () => grid.edit(active(grid)), Enter: () => grid.edit(active(grid)), Delete: () => empty(grid), Backspace: () => empty(grid), Escape: () => grid.bar.focus(),
      Tab: () => grid.selectBeside(active(grid), event.shiftKey ? -1 : 1)
    }[name] ?? (event.key.length === 1 && !event.altKey && event.key !== ' ' ? () => grid.edit(active(grid), event.key) : undefined);
  // What leads nowhere is left to the page: Tab leaves the grid behind its last cell.
  if (does && does() !== false) {
    event.preventDefault();
    event.stopPropagation();
  }
}

const text = cell => {
  const {[cell.getField()]: value, unit} = cell.getData();
  return FIGURES.includes(cell.getField()) ? money.format(value, locale, unit) : cell.getElement().innerText?.trim() ?? '';
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
    .forEach(([cell, value]) => grid.set(cell, value));
}

/** Nothing entered, which is not zero. */
function empty(grid) {
  editable(grid).flat().forEach(cell => {
    grid.acceptTyping(cell.getData().id, cell.getField());
    grid.set(cell, null);
  });
}

/** For those who cannot see where they are. */
function announce(grid) {
  const cell = active(grid);
  if (cell && !grid.table.modules.edit.currentCell) {
    const size = selected(grid).reduce((n, row) => n + row.length, 0);
    grid.bar.announce(size > 1
      ? t.selected(size)
      : `${cell.getColumn().getDefinition().title}, ${cell.getData().label}: ${text(cell) || t.nothing}`);
  }
}
