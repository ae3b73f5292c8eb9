// A block copied from a spreadsheet, put in from one cell on: downwards over the lines as shown, to the right over the columns.
import {isFigure} from './lines.js';
import * as money from './money.js';
import {locale, otherLocale, texts as t} from './texts.js';

/** The cells of copied text; null for a single one, which the cell itself can take. */
export function block(text) {
  const rows = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n').map(row => row.split('\t'));
  return rows.length > 1 || rows[0].length > 1 ? rows : null;
}

/** What is locked or leads beyond the grid is left out, as is a figure that cannot be read: it stays as it was pasted, marked. */
export function paste(grid, start, rows) {
  const lines = grid.shownRows().map(row => row.getData());
  const from = lines.findIndex(line => line.id === start.getData().id);
  const columns = grid.table.getColumns().filter(column => column.isVisible());
  const left = columns.findIndex(column => column.getField() === start.getField());
  const counted = {taken: 0, unread: 0, left: 0};
  const places = rows.flatMap((texts, down) => texts.map((text, right) => {
    const [line, column] = [lines[from + down], columns[left + right]];
    return line && column?.getDefinition().editor && grid.isEditable(line, column.getField())
      ? {line, field: column.getField(), text} : undefined;
  }));
  const notation = notationOf(places.filter(place => place && isFigure(place.field)));
  places.forEach(place => counted[place ? put(grid, place, notation) : 'left']++);
  const foreign = notation === locale ? '' : ` ${t.otherNotation}`;
  grid.bar.say(t.pasted(counted.taken, counted.unread, counted.left) + foreign, counted.unread > 0);
}

/** A block from a spreadsheet in the other language is read as what it is, but only if all of it can be read so. */
function notationOf(figures) {
  const canBeReadIn = one => figures.every(({line, text}) => money.parse(text, one, line.unit) !== undefined);
  return !canBeReadIn(locale) && canBeReadIn(otherLocale) ? otherLocale : locale;
}

function put(grid, {line, field, text}, notation) {
  if (!isFigure(field)) {
    grid.set(line.id, field, text.trim() || null);
    return 'taken';
  }
  const figure = money.parse(text, notation, line.unit);
  if (figure === undefined) {
    grid.keepTyped(line.id, field, text.trim());
    return 'unread';
  }
  grid.setFigure(line.id, field, figure);
  return 'taken';
}
