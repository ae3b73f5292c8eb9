// What a line means in a mode: which lines are shown, in which order, what is asked of them.
import {fieldsOf, rightFor} from './changes.js';
import {derived, labelOf} from './columns.js';
import * as money from './money.js';
import {texts as t} from './texts.js';
import {asksFor} from './unusual.js';

/** Which lines a mode is about. */
const SUBJECT = {
  answer: line => line.proposal !== null && line.setBy === 'REP',
  align: line => line.alignable
};

/** Which lines still want something of whoever works in a mode. */
const MISSING = {
  plan: line => line.setBy === 'REP' && line.plan === null,
  review: line => line.setBy === 'MANAGER' && line.proposal === null,
  answer: line => line.response === null,
  align: line => line.agreed === null
};

/** What somebody may want to look at only. */
export const FILTERS = {
  all: () => true,
  missing: (line, mode) => (MISSING[mode] ?? (() => false))(line),
  changed: line => line.plan !== null && line.baseline !== null && !money.isSame(line.plan, line.baseline),
  unusual: line => line.plan !== null && line.plausibility !== 'OK',
  since: line => line.changedByOthers
};

/** A plan is looked at for the first time; nobody has changed anything in it. */
export const filtersFor = grid => Object.keys(FILTERS).filter(name => name !== 'since' || grid.agreement.changed?.length > 0);

/** Where a mode's target figure stands. */
export const target = (mode, line) => (mode === 'plan' ? line.plan : line.agreed ?? line.proposal ?? line.plan);

/** Figures of the whole agreement and what is open come first. */
const rank = (mode, line) => (mode === 'review' && line.response === 'REJECT' ? 0 : line.accountId === null ? 1 : 2);

/** Whoever reviews sees what deviates most first; elsewhere lines keep their order. */
const byDeviation = (mode, a, b) => (mode === 'review'
  ? money.distance(b.plan, b.proposal ?? b.baseline).cmp(money.distance(a.plan, a.proposal ?? a.baseline))
  : 0);

export function prepared(line, mode, metrics, changed = []) {
  const whole = {
    ...line, changedByOthers: changed.includes(line.id), unit: metrics.get(line.metric).unit, label: labelOf(line, metrics), group: line.accountName ?? t.wholeAgreement
  };
  return {...whole, ...derived(whole, mode)};
}

export const shownIn = (mode, lines) => lines
  .filter(SUBJECT[mode] ?? (() => true))
  .sort((a, b) => rank(mode, a) - rank(mode, b) || byDeviation(mode, a, b) || a.position - b.position);

/** Whether somebody with this right may change it. */
export const isOpenTo = (right, line) => Boolean({
  PLAN: line.setBy === 'REP',
  PROPOSE: true,
  ANSWER: line.setBy === 'REP' && line.proposal !== null,
  AGREE: line.alignable
}[right]);

/** Whether an empty figure is still to come; an empty proposal lets the plan stand. */
export const isAsked = (line, field) => field !== 'proposal' || line.setBy === 'MANAGER';

const FIGURES = ['baseline', 'plan', 'proposal', 'agreed'];

export const isFigure = field => FIGURES.includes(field);

/** Whether changes give a line a figure it did not have: then sums change. */
export const isOtherFigure = (changes, line) =>
  FIGURES.some(field => field in changes && !money.isSame(changes[field] ?? null, line[field] ?? null));

export const needsReason = line =>
  line.setBy === 'REP' && line.proposal !== null && !money.isSame(line.proposal, line.plan) && !line.proposalReason;

/** What a text cell asks for while it is empty. */
export const hint = (grid, line, field) => ({
  proposalReason: () => (needsReason(line) ? t.needsReason : ''), planComment: () => asksFor(grid, line)
}[field]?.() ?? '');

/** Whether something stands on the screen that the server does not have and will not get by itself. */
export const isUnsaved = (line, right) =>
  Object.keys({...line.typed, ...line.wrong}).length > 0 || (right === 'PROPOSE' && needsReason(line));

export function counts(lines, mode, right) {
  const inMoney = lines.filter(line => line.unit === 'CURRENCY');
  return {
    missing: lines.filter(MISSING[mode] ?? (() => false)).map(line => line.id),
    unsaved: lines.filter(line => isUnsaved(line, right)).map(line => line.id),
    baseline: money.sum(inMoney.map(line => line.baseline)),
    target: money.sum(inMoney.map(line => target(mode, line))),
    proposals: lines.filter(line => line.setBy === 'REP' && line.proposal !== null && !money.isSame(line.proposal, line.plan)).length,
    confirmed: lines.filter(line => line.setBy === 'REP' && (line.proposal === null || money.isSame(line.proposal, line.plan))).length
  };
}

export const isEditable = (right, line, field) =>
  right !== undefined && right === rightFor(field) && fieldsOf(right).includes(field) && isOpenTo(right, line);
