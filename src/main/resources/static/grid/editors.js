// How a cell is typed into. What cannot be read stays as typed, with a word on what is wrong, until it is mended.
import * as money from './money.js';
import {beside, editNext} from './moves.js';
import {block, paste} from './paste.js';
import {figureOf} from './percent.js';
import {locale, texts as t} from './texts.js';

const input = value => {
  const field = document.createElement('input');
  field.type = 'text';
  field.className = 'kg-input';
  field.value = value;
  return field;
};

/** Enter, Tab and the arrows up and down leave the cell as they do in a spreadsheet. */
const leaveLikeASpreadsheet = (grid, field, cell, finish, cancel) => field.addEventListener('keydown', event => {
  const move = {Enter: event.shiftKey ? -1 : 1, ArrowUp: -1, ArrowDown: 1}[event.key];
  if (event.key === 'Escape') {
    cancel();
  } else if (event.key === 'Tab') {
    const next = beside(grid, cell, event.shiftKey ? -1 : 1);
    finish();
    if (next) {
      event.preventDefault();
      event.stopPropagation();
      grid.edit(next);
    }
  } else if (move) {
    event.preventDefault();
    event.stopPropagation();
    finish();
    // At once: whoever types fast is already typing into the next cell.
    editNext(grid, cell, move);
  }
});

/** A whole block is put in from this cell on, as in a spreadsheet; a single value goes where the cursor is. */
const takeBlocks = (grid, field, cell, cancel) => field.addEventListener('paste', event => {
  const rows = block(event.clipboardData.getData('text/plain'));
  if (rows) {
    event.preventDefault();
    cancel();
    paste(grid, cell, rows);
  }
});

export const figureEditor = (grid, field) => (cell, onRendered, success, cancel) => {
  const line = cell.getData();
  const begun = grid.typing;
  const editor = input(begun ?? line.typed?.[field] ?? money.format(line[field], locale, line.unit));
  editor.inputMode = 'decimal';
  editor.style.textAlign = 'right';
  editor.setAttribute('aria-label', `${cell.getColumn().getDefinition().title}: ${line.label}`);
  onRendered(() => {
    editor.focus({preventScroll: true});
    begun === undefined && editor.select();
  });
  let done = false;
  const finish = () => {
    if (done) {
      return;
    }
    done = true;
    const figure = figureOf(editor.value, line, field);
    if (figure === undefined) {
      grid.keepTyped(line.id, field, editor.value);
      grid.bar.say(`${line.label}: ${t.invalid(editor.value)}`, true);
      cancel();
    } else {
      grid.acceptTyping(line.id, field);
      if (money.isSame(figure, line[field])) {
        cancel();
      } else {
        success(figure);
      }
    }
  };
  editor.addEventListener('blur', finish);
  const leave = () => {
    done = true;
    cancel();
  };
  leaveLikeASpreadsheet(grid, editor, cell, finish, leave);
  takeBlocks(grid, editor, cell, leave);
  return editor;
};

export const commentEditor = (grid, field) => (cell, onRendered, success, cancel) => {
  const editor = input(grid.typing ?? cell.getValue() ?? '');
  editor.maxLength = 4000;
  editor.setAttribute('aria-label', `${cell.getColumn().getDefinition().title}: ${cell.getData().label}`);
  onRendered(() => editor.focus({preventScroll: true}));
  let done = false;
  const finish = () => {
    if (!done) {
      done = true;
      success(editor.value.trim() === '' ? null : editor.value);
    }
  };
  editor.addEventListener('blur', finish);
  const leave = () => {
    done = true;
    cancel();
  };
  leaveLikeASpreadsheet(grid, editor, cell, finish, leave);
  takeBlocks(grid, editor, cell, leave);
  return editor;
};
