// A block copied from a spreadsheet, put in from one cell on: downwards over the lines as shown, to the right over the columns.
import * as money from './money.js';
import {locale, texts as t} from './texts.js';

/** The cells of copied text; null for a single one, which the cell itself can take. */
export function block(text) {
  const rows = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n').map(row => row.split('\t'));
  return rows.length > 1 || rows[0].length > 1 ? rows : null;
}

/** What is locked or leads beyond the grid is left out, as is a figure that cannot be read: it stays as it was pasted, marked. */
export function paste(grid, start, rows) {
  const lines = grid.shownRows();
  const from = lines.findIndex(row => row.getData().id === start.getData().id);
  const columns = grid.table.getColumns().filter(column => column.isVisible());
  const left = columns.findIndex(column => column.getField() === start.getField());
  const counted = {taken: 0, unread: 0, left: 0};
  rows.forEach((texts, down) => texts.forEach((text, right) => {
    const field = columns[left + right]?.getField();
    const cell = lines[from + down] && field ? lines[from + down].getCell(field) : undefined;
    counted[cell ? put(grid, cell, field, text) : 'left']++;
  }));
  grid.bar.say(t.pasted(counted.taken, counted.unread, counted.left), counted.unread > 0);
}

function put(grid, cell, field, text) {
  const line = cell.getData();
  const editor = cell.getColumn().getDefinition().editor;
  if (!editor || !grid.isEditable(line, field)) {
    return 'left';
  }
  if (!(field in {plan: 1, proposal: 1, agreed: 1})) {
    cell.setValue(text.trim() || null);
    return 'taken';
  }
  const figure = money.parse(text, locale, line.unit);
  if (figure === undefined) {
    grid.keepTyped(line.id, field, text.trim());
    return 'unread';
  }
  grid.acceptTyping(line.id, field);
  cell.setValue(figure);
  return 'taken';
}
