// On a telephone there is room for a few figures. What is said about them stands below them; whatever else is known of a line
// is behind the pen at its name.
import {h} from './elements.js';
import {notesButton} from './notes.js';
import {texts as t} from './texts.js';

const nothing = () => '';

/** The columns a mode shows, and what is said below their figures that has a column of its own on a larger screen. */
const SHOWN = {
  plan: {baseline: nothing, plan: line => line.planComment},
  review: {plan: nothing, proposal: line => line.proposalReason},
  answer: {proposal: nothing, response: line => line.responseComment},
  align: {plan: nothing, proposal: nothing, agreed: nothing},
  confirm: {agreed: line => line.proposalReason, changePercent: nothing}
};

/** Whose it is stands above the grid. */
const SHORT = {plan: t.plan, proposal: t.proposal};

/** @param all the columns of a larger screen, of which the first is what a line is about */
export function small(grid, mode, [subject, ...all]) {
  const shown = {...(mode === 'align' ? {} : {formerAgreed: nothing}), ...SHOWN[mode]};
  return [
    below(subject, line => notesButton(grid, line)),
    ...all.filter(({field}) => shown[field]).map(column => below(column, line => said(shown[column.field](line))))
  ].map(column => ({...column, title: SHORT[column.field] ?? column.title, width: undefined, minWidth: 70, widthGrow: 1}));
}

const said = text => text && h('div', {className: 'kg-under', textContent: text});

const below = (column, more) => ({
  ...column,
  formatter: cell => {
    const content = column.formatter(cell);
    // Sums have nothing said about them.
    const under = cell.getData().id !== undefined && more(cell.getData());
    return under ? h('div', {}, content, under) : content;
  }
});
