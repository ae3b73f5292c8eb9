// Where the keyboard goes, in the order lines are shown.

/** The next line up or down that can be typed into, past subtotals and what is locked. */
export function editNext(grid, cell, step) {
  const rows = grid.shownRows();
  const from = rows.findIndex(row => row.getData().id === cell.getData().id);
  for (let i = from + step; i >= 0 && i < rows.length; i += step) {
    if (grid.isEditable(rows[i].getData(), cell.getField())) {
      rows[i].getCell(cell.getField()).edit();
      return;
    }
  }
}

/** The cell to the right or left that can be typed into, on the next line if there is none; false if that was the last. */
export function beside(grid, cell, step) {
  const rows = grid.shownRows();
  const fields = grid.table.getColumns().filter(column => column.isVisible()).map(column => column.getField());
  let row = rows.findIndex(one => one.getData().id === cell.getData().id);
  let at = fields.indexOf(cell.getField()) + step;
  for (; row >= 0 && row < rows.length; row += step, at = step > 0 ? 0 : fields.length - 1) {
    for (; at >= 0 && at < fields.length; at += step) {
      if (grid.isEditable(rows[row].getData(), fields[at])) {
        return rows[row].getCell(fields[at]);
      }
    }
  }
  return false;
}

export function selectBeside(grid, cell, step) {
  const next = cell && beside(grid, cell, step);
  next && select(grid, next);
  return Boolean(next);
}

/** @param expands from where the selection began, instead of beginning anew */
export function select(grid, cell, expands) {
  const {selectRange} = grid.table.modules;
  const [range] = grid.table.getRanges();
  expands ? range.setEndBound(cell) : range.setBounds(cell, cell);
  grid.table.scrollToRow(cell.getRow(), 'nearest', false)
    .then(() => selectRange.autoScroll(selectRange.activeRange))
    .catch(() => {});
}

/**
 * Home and End lead to the ends of a line, with Ctrl to those of the grid; arrows with Ctrl to the end of what is filled;
 * the other keys by a screenful.
 */
export function jump(grid, key, {ctrlKey, metaKey, shiftKey}) {
  const {selectRange} = grid.table.modules;
  const from = selectRange.activeRange?.[shiftKey ? 'end' : 'start'];
  if (!from) {
    return false;
  }
  const rows = grid.shownRows();
  // The first column heads its row.
  const columns = grid.table.getColumns().filter(column => column.isVisible()).slice(1)
    .map(column => column.getField());
  let row = rows.findIndex(one => one.getData().id === selectRange.getRowByRangePos(from.row).getData().id);
  let column = Math.max(0, columns.indexOf(selectRange.getColumnByRangePos(from.col).getField()));
  const step = /^(Home|PageUp|ArrowUp|ArrowLeft)$/.test(key) ? -1 : 1;
  const isFilled = (i, j) => ![null, undefined, ''].includes(rows[i].getData()[columns[j]]);
  if (key === 'Home' || key === 'End') {
    column = step < 0 ? 0 : columns.length - 1;
    row = !ctrlKey && !metaKey ? row : step < 0 ? 0 : rows.length - 1;
  } else if (key === 'ArrowUp' || key === 'ArrowDown') {
    row = edge(rows.length, row, step, i => isFilled(i, column));
  } else if (key === 'ArrowLeft' || key === 'ArrowRight') {
    column = edge(columns.length, column, step, j => isFilled(row, j));
  } else {
    const screen = grid.table.element.querySelector('.tabulator-tableholder').clientHeight;
    const screenful = Math.max(1, Math.floor(screen / rows[row].getElement().offsetHeight) - 1);
    row = Math.min(rows.length - 1, Math.max(0, row + step * screenful));
  }
  select(grid, rows[row].getCell(columns[column]), shiftKey);
  return true;
}

/** The last that is filled in a row of filled ones, else the next one that is, else the last of all. */
function edge(count, from, step, isFilled) {
  const isWithin = i => i >= 0 && i < count;
  let i = from + step;
  if (!isWithin(i)) {
    return from;
  }
  const wanted = isFilled(from) && isFilled(i);
  while (isWithin(i + step) && (wanted ? isFilled(i + step) : !isFilled(i))) {
    i += step;
  }
  return i;
}

export function selectAll(grid) {
  const rows = grid.shownRows();
  const columns = grid.table.getColumns().filter(column => column.isVisible()).slice(1);
  grid.table.getRanges()[0]?.setBounds(rows[0].getCell(columns[0].getField()), rows.at(-1).getCell(columns.at(-1).getField()));
}

/** Brings a line to where it is seen, and begins to type into it. */
export function show(grid, lineId) {
  grid.table.scrollToRow(lineId, 'center', false).then(() => {
    const cell = grid.row(lineId).getCells().find(one => grid.isEditable(one.getData(), one.getField()));
    cell?.edit?.();
  }).catch(() => {});
}
