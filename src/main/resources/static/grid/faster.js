// What the library does for every cell or every row, done once or only for what is on the screen. Measured: without it a
// paste into 1,500 lines takes twenty seconds, and every arrow key a tenth of one.
import {ColumnCalcsModule, EditModule, FrozenColumnsModule, SelectRangeModule} from '/webjars/tabulator-tables/dist/js/tabulator_esm.min.js';

ColumnCalcsModule.prototype.cellValueChanged = () => {};

/** Cells of the one frozen column stand at the left from the start; every new sum would look through all lines and groups. */
Object.assign(FrozenColumnsModule.prototype, {layoutCalcRows() {}, reinitializeRows() {}});

/** The editor takes the focus itself; every time something does, the page is measured. */
EditModule.prototype.editCell = function(cell, always) {
  keepUp(this.table);
  this.edit(cell, false, always);
};

const {layoutElement, navigate} = SelectRangeModule.prototype;

Object.assign(SelectRangeModule.prototype, {
  navigate(...move) {
    keepUp(this.table);
    return navigate.apply(this, move);
  },
  layoutElement() {
    // Whoever types sees the editor, and how the selection looks around it when there is time.
    if (this.table.modules.edit.currentCell) {
      this.laidOut ??= whenIdle(() => {
        this.laidOut = undefined;
        layoutElement.call(this, true);
      });
    } else {
      layoutElement.call(this, true);
    }
  },
  /** The page stays where it is: would it jump to the grid, the second click of two would hit another cell. */
  restoreFocus() {
    this.table.rowManager.element.focus({preventScroll: true});
    return true;
  },
  finishEditingCell() {
    this.blockKeydown = true;
    // Whoever goes on to the next cell is there by then.
    queueMicrotask(() => this.table.element.contains(document.activeElement) || this.restoreFocus());
    setTimeout(() => this.blockKeydown = false, 10);
  },
  /** Rows that come into sight may still look as they did when they left it. */
  layoutChange() {
    this.overlay.style.visibility = 'hidden';
    clearTimeout(this.layoutChangeTimeout);
    this.layoutChangeTimeout = setTimeout(() => this.layoutElement(), 100);
  }
});

/** A key that scrolls by a row or two is answered before the next rows are made: some are ready beyond what is seen. */
export function scrollFirst(table) {
  const {renderer} = table.rowManager;
  const scrollRows = renderer.scrollRows.bind(renderer);
  let waits = false;
  renderer.scrollRows = () => {
    if (Math.abs(behind(renderer)) > renderer.vDomWindowBuffer * 2 / 3) {
      renderer.catchUp();
    } else if (!waits) {
      waits = true;
      whenIdle(() => {
        waits = false;
        renderer.catchUp();
        table.modules.selectRange.layoutElement();
      });
    }
  };
  renderer.catchUp = () => {
    const [top, by] = [renderer.elementVertical.scrollTop, behind(renderer)];
    // Where there are no more rows to make, the library forgets that none are missing, and would make all anew.
    if (renderer.vDomBottom === renderer.rows().length - 1) {
      renderer.vDomScrollPosBottom = Math.max(renderer.vDomScrollPosBottom, top);
    }
    if (renderer.vDomTop === 0) {
      renderer.vDomScrollPosTop = Math.min(renderer.vDomScrollPosTop, top);
    }
    by && scrollRows(top, by < 0);
  };
}

/** Pixels the page has been scrolled, up if less than 0, since rows were last made for it. */
const behind = renderer => renderer.elementVertical.scrollTop - renderer.scrollTop;

/** A browser tells of scrolling once a frame, and some keys are faster: where they lead, there must be a row. */
function keepUp({rowManager: {renderer}}) {
  Math.abs(behind(renderer)) > renderer.vDomWindowBuffer / 3 && renderer.catchUp();
}

/** One work after the other; keystrokes come first, and between them. */
export function whenIdle(work, ...more) {
  const does = () => {
    work();
    more.length > 0 && whenIdle(...more);
  };
  return window.requestIdleCallback ? requestIdleCallback(does, {timeout: 200}) : setTimeout(does);
}

/** Changes a line; its cells, if it has any yet, show it when they are drawn anew. */
export function put(row, changes) {
  const line = Object.assign(row.getData(), changes);
  for (const cell of row._getSelf().cells) {
    cell.value = cell.column.getFieldValue(line);
  }
}

/** Rows that were never on the screen have no cells yet. */
export const hasCells = row => row._getSelf().cells.length > 0;

/** Draws a row anew, but for the cell somebody is typing into. The library would measure it several times. */
export function draw(row) {
  const self = row._getSelf();
  if (!self.element?.isConnected) {
    hasCells(row) && row.reformat();
    return;
  }
  self.cells.filter(cell => !cell.element?.contains(document.activeElement)).forEach(cell => cell.layoutElement());
  self.normalizeHeight(true);
}

/** Sums up the groups of these rows, and the whole. */
export function sumUp(table, rows) {
  const calcs = table.modules.columnCalcs;
  const groups = new Set(rows.map(row => row.getGroup()).filter(Boolean));
  groups.forEach(group => calcs.recalcGroup(group._getSelf()));
  table.recalc();
}
