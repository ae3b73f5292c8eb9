// Notes on a line: how many there are stands in the grid; a dialog shows them after what else was said, and takes a new one.
import * as api from './api.js';
import {dialog, h} from './elements.js';
import * as money from './money.js';
import {locale, moment, texts as t} from './texts.js';

/** What was typed and not sent stays until it is. */
const unsent = new Map();

export const notesColumn = grid => ({
  title: t.notes, field: 'notes', width: 46, minWidth: 46, headerSort: false, hozAlign: 'center',
  titleFormatter: () => h('span', {className: 'kg-unseen', textContent: t.notes}),
  formatter: cell => {
    const line = cell.getData();
    return line.id === undefined ? '' : notesButton(grid, line);
  }
});

export function notesButton(grid, line) {
  const button = h('button', {type: 'button', className: 'kg-notes', tabIndex: -1});
  button.addEventListener('click', () => openNotes(grid, line));
  const name = count => button.ariaLabel = button.title = t.notesOf(line.label, count);
  // What the button is for is said at once; how many notes there are, when it is known.
  name();
  grid.guidance.draw(({notes}) => {
    const count = notes[line.id] ?? 0;
    button.textContent = count > 0 ? count : '';
    button.classList.toggle('kg-some', count > 0);
    name(count);
  });
  return button;
}

/** As in a spreadsheet: Shift+F2 on any cell, or Enter on the notes themselves. */
export function opensNotes(grid, cell, event) {
  const own = cell?.getField() === 'notes' && (event.key === 'Enter' || event.key === 'F2');
  return cell && (own || (event.key === 'F2' && event.shiftKey)) ? () => openNotes(grid, cell.getData()) : undefined;
}

export async function openNotes(grid, line) {
  const list = h('ol', {className: 'kg-note-list'});
  const text = h('textarea', {rows: 3, maxLength: 4000, value: unsent.get(line.id) ?? ''});
  const problem = h('p', {className: 'kg-message kg-error', role: 'alert', hidden: true});
  const form = h('form', {hidden: true}, h('label', {}, t.newNote, text),
    h('p', {className: 'kg-under', textContent: t.notesStay}), h('button', {className: 'kg-primary', textContent: t.addNote}));
  const {element, close} = dialog(`${t.notes}: ${line.label}`, 'kg-notes-dialog', said(grid, line), list, problem, form);
  element.addEventListener('close', () => back(grid));
  text.addEventListener('input', () => unsent.set(line.id, text.value));
  const attempt = async work => {
    problem.hidden = true;
    try {
      const {mayAdd, notes} = await work();
      list.replaceChildren(...notes.map(entry), ...(notes.length === 0 ? [h('li', {textContent: t.noNotes})] : []));
      form.hidden = !mayAdd;
      grid.guidance.draw(() => grid.guidance.noted(line.id, notes.length));
    } catch (refused) {
      problem.textContent = refused.status === 0 ? t.offlineNow : refused.message;
      problem.hidden = false;
    }
    return problem.hidden;
  };
  const send = async event => {
    event?.preventDefault();
    if (await attempt(() => api.addNote(grid.agreement.id, line.id, text.value))) {
      unsent.delete(line.id);
      text.value = '';
      grid.bar.announce(t.noted);
      text.focus();
    }
  };
  form.addEventListener('submit', send);
  text.addEventListener('keydown', event => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && send(event));
  close.focus();
  await attempt(() => api.notes(grid.agreement.id, line.id)) && !form.hidden && text.focus();
}

/** What both sides have said about a line so far, each figure with its reason. */
function said(grid, line) {
  const {repName, managerName} = grid.agreement;
  const figure = field => money.format(line[field] ?? null, locale, line.unit);
  const parts = [
    [t.baseline, figure('baseline')], [t.formerAgreed, figure('formerAgreed')], [t.planFor(repName), figure('plan'), line.planComment],
    [t.proposalBy(managerName), figure('proposal'), line.proposalReason],
    [t.response, {ACCEPT: t.accepted, REJECT: t.rejected}[line.response], line.responseComment], [t.agreed, figure('agreed')]
  ].filter(([, ...values]) => values.some(Boolean));
  return h('dl', {className: 'kg-said'}, ...parts.flatMap(([name, value, words]) => [
    h('dt', {textContent: name}), h('dd', {}, value || t.nothing, ...(words ? [h('div', {className: 'kg-under', textContent: words})] : []))
  ]));
}

const entry = note => h('li', {}, h('strong', {textContent: note.name}), ' ',
  h('time', {dateTime: note.at, textContent: moment(note.at)}),
  h('p', {textContent: note.text}));

/** The row may have been drawn anew meanwhile. */
const back = grid => document.activeElement === document.body && grid.host.querySelector('.tabulator-tableholder').focus();
