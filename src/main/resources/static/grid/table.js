// The library's table, set up as our grid needs it.
import {TabulatorFull as Tabulator} from '/webjars/tabulator-tables/dist/js/tabulator_esm.min.js';
import {columns} from './columns.js';
import {isSmall} from './elements.js';
import {scrollFirst} from './faster.js';
import {texts as t} from './texts.js';

const ROW = 27;
const ROW_OF_TWO_LINES = 46;
const TALL_ROW = 74;
const AROUND = 130;
const GROUP = 2.2;

/**
 * The library nests row groups and leaves some rows without one; a grid as screen readers expect it has one each for its
 * head, its body and its foot.
 */
const ROLES = {
  '.tabulator-header-contents': 'presentation',
  '.tabulator-tableholder': 'rowgroup',
  '.tabulator-table': 'presentation',
  '.tabulator-calcs-holder': 'rowgroup',
  '.tabulator-group': 'row'
};

export function makeTable(grid, element, lines) {
  const {agreement, mode, grouping} = grid;
  element.setAttribute('aria-label', `${agreement.repName} ${agreement.periodId}`);
  const table = new Tabulator(element, {
    data: lines,
    columns: columns(grid, agreement),
    index: 'id',
    layout: 'fitColumns',
    // A height of its own: with only a maximum, the virtual renderer measures itself for ever.
    height: heightFor(lines, isSmall() || ['answer', 'align'].includes(mode) ? TALL_ROW : grouping ? ROW : ROW_OF_TWO_LINES, grouping),
    groupBy: grouping || undefined,
    groupStartOpen: true,
    groupHeader: (value, count) =>
      `<span role="gridcell">${escape(value)} <span class="kg-count">${escape(t.lines(count))}</span></span>`,
    // Above and below what is seen: the fewer rows there are, the sooner a key is answered.
    renderVerticalBuffer: 8 * ROW,
    columnCalcs: 'both',
    placeholder: agreement.lines.length === 0 ? t.empty : t.nothingOpen,
    selectableRange: 1,
    // The first column heads its row: a click on it selects the row.
    selectableRangeRows: true,
    selectableRangeAutoFocus: false,
    // A click selects, as in a spreadsheet; a finger has no second click.
    editTriggerEvent: window.matchMedia('(pointer: coarse)').matches ? 'click' : 'dblclick',
    headerSortElement: '<span aria-hidden="true">↕</span>',
    columnDefaults: {headerSortTristate: true, headerWordWrap: true, tooltip: false, vertAlign: 'middle'},
    keybindings: {navPrev: false, navNext: false}
  });
  mendRoles(element);
  table.on('tableBuilt', () => {
    letKeysSort(table);
    scrollFirst(table);
  });
  new MutationObserver(changes => changes.forEach(({addedNodes}) => addedNodes.forEach(mendRoles)))
    .observe(element, {childList: true, subtree: true});
  return table;
}

function mendRoles(node) {
  for (const [selector, role] of node.nodeType === Node.ELEMENT_NODE ? Object.entries(ROLES) : []) {
    node.matches(selector) && node.setAttribute('role', role);
    node.querySelectorAll(selector).forEach(one => one.setAttribute('role', role));
  }
  // Within the grid the arrow keys lead; for Tab it is one stop.
  node.querySelectorAll?.('.tabulator-cell[tabindex="0"]').forEach(one => one.tabIndex = -1);
}

/** A heading sorts by keyboard, too. */
function letKeysSort(table) {
  table.getColumns().filter(column => column.getDefinition().headerSort !== false).forEach(column => {
    const heading = column.getElement();
    heading.tabIndex = 0;
    heading.addEventListener('keydown', event => {
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        event.stopPropagation();
        heading.querySelector('.tabulator-col-content').click();
      }
    });
  });
}

function heightFor(lines, row, grouping) {
  const groups = grouping ? new Set(lines.map(line => line[grouping])).size : 0;
  const most = Math.max(320, Math.round(window.innerHeight * 0.6));
  return Math.min(most, Math.max(180, lines.length * row + groups * GROUP * ROW + AROUND));
}

function escape(text) {
  const e = document.createElement('span');
  e.textContent = text;
  return e.innerHTML;
}
