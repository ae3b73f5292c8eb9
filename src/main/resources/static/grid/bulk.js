// Many lines at once: propose a value or a change in percent with one reason, accept or reject, agree on the middle.
import * as money from './money.js';
import {figureOf} from './percent.js';
import {locale, texts as t} from './texts.js';

/** What somebody with this right can do with many lines; each gives a line's new fields, or undefined to leave it. */
const ACTS = {
  PROPOSE: ui => [
    [t.proposeAll, line => {
      const proposal = ui.figure(line);
      return proposal && {proposalReason: ui.reason(), proposal};
    }],
    [t.withdrawProposals, line => line.proposal !== null && line.setBy === 'REP' && {proposal: null, proposalReason: null}]
  ],
  ANSWER: ui => [
    [`✓ ${t.accept}`, () => ({...ui.comment(), response: 'ACCEPT'})],
    [`✗ ${t.reject}`, () => ({...ui.comment(), response: 'REJECT'})]
  ],
  AGREE: () => [
    [t.takeMiddle, line => ({agreed: money.middle(line.plan, line.proposal, line.unit)})],
    [t.takePlan, line => ({agreed: line.plan})],
    [t.takeProposal, line => ({agreed: line.proposal})]
  ]
};

const NEEDS_REASON = {PROPOSE: t.reasonForAll, ANSWER: t.commentForAll};

/** The menu for a grid whose user works on what somebody else has entered; nothing for others. */
export function bulk(grid, h) {
  if (!(grid.right in ACTS)) {
    return [];
  }
  const scope = h('select', {ariaLabel: t.helpFor, title: t.helpFor},
    h('option', {value: 'selected', textContent: t.selectedLines}), h('option', {value: 'shown', textContent: t.helpAll}));
  const amount = h('input', {inputMode: 'decimal', size: 15, ariaLabel: t.amountOrPercent, placeholder: t.amountOrPercent});
  const reason = h('input', {size: 24, maxLength: 4000, ariaLabel: NEEDS_REASON[grid.right], placeholder: NEEDS_REASON[grid.right]});
  const ui = {
    figure: line => (line.setBy === 'REP' ? figureOf(amount.value, line, 'proposal') : undefined),
    reason: () => reason.value.trim(),
    comment: () => (reason.value.trim() ? {responseComment: reason.value.trim()} : {})
  };
  const buttons = ACTS[grid.right](ui).map(([label, fields], i) => {
    const b = h('button', {type: 'button', textContent: label});
    b.addEventListener('click', () => {
      const fault = grid.right === 'PROPOSE' && i === 0 && faultOf(amount, reason);
      if (fault) {
        grid.bar.say(fault.text, true);
        fault.input.focus();
      } else {
        apply(grid, scope.value, fields);
      }
    });
    return b;
  });
  return [h('details', {className: 'kg-adder'}, h('summary', {textContent: t.manyLines}), scope,
    ...(grid.right === 'PROPOSE' ? [amount] : []), ...(grid.right === 'AGREE' ? [] : [reason]), ...buttons)];
}

function faultOf(amount, reason) {
  const text = amount.value.replace('%', '').replace('+', '');
  if (!money.parse(text, locale, 'CURRENCY')) {
    return {input: amount, text: t.invalid(amount.value)};
  }
  return reason.value.trim() ? undefined : {input: reason, text: t.needsReason};
}

function apply(grid, scope, fields) {
  const rows = scope === 'shown' ? grid.shownRows() : grid.selectedRows();
  let done = 0;
  for (const row of rows) {
    const line = row.getData();
    const changes = Object.entries(fields(line) || {}).filter(([field]) => grid.isEditable(line, field));
    changes.forEach(([field, value]) => {
      grid.acceptTyping(line.id, field);
      grid.set(line.id, field, value);
    });
    done += changes.length > 0 ? 1 : 0;
  }
  if (done === 0) {
    grid.bar.say(t.helpNothing);
  } else {
    grid.bar.offer(t.filled(done), t.undo, () => grid.undo());
  }
}
