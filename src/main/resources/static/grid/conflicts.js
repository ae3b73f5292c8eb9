// Lines the server did not take: somebody else was faster, or the figure is not allowed. They stay marked until mended.
import {differing, fieldNamed} from './changes.js';
import * as money from './money.js';
import {locale, texts as t} from './texts.js';

const NAMES = {planComment: 'comment', proposalReason: 'reason'};

export class Conflicts {
  constructor(grid) {
    this.grid = grid;
    this.theirs = new Map();
  }

  refused(lineId, problem, change) {
    const {grid} = this;
    if (!problem.line) {
      grid.mark(lineId, {[fieldNamed(problem.field, grid.right)]: problem.message});
      grid.bar.say(problem.message, true);
    } else if (differing(change, problem.line, grid.right, money.isSame).length === 0) {
      // Most likely our own change, whose answer got lost.
      grid.saved(problem.line, change);
    } else {
      this.theirs.set(lineId, {line: problem.line, change});
      grid.mark(lineId, Object.fromEntries(
        differing(change, problem.line, grid.right, money.isSame).map(field => [field, t.changedByOther])));
      this.ask();
    }
  }

  /** One after the other, so that no choice is lost. */
  ask() {
    const [first] = this.theirs;
    if (!first) {
      this.grid.bar.answered('conflict');
      return;
    }
    const {grid} = this;
    const [lineId, {line, change}] = first;
    const mine = {...grid.row(lineId).getData()};
    const what = differing(change, line, grid.right, money.isSame)
      .map(field => t.conflict(t[NAMES[field] ?? field], show(line, field, mine), show(mine, field, mine))).join(' ');
    const others = this.theirs.size > 1 ? ` ${t.moreConflicts(this.theirs.size - 1)}` : '';
    grid.bar.ask('conflict', `${mine.label}: ${t.changedByOther}. ${what}${others}`, [
      [t.keepMine, () => this.decide(lineId, () => grid.keep(line))],
      [t.takeTheirs, () => this.decide(lineId, () => grid.take(line))]
    ]);
  }

  decide(lineId, then) {
    this.theirs.delete(lineId);
    then();
    this.ask();
  }
}

function show(line, field, {unit}) {
  const value = line[field];
  if (field === 'response') {
    return {ACCEPT: t.accepted, REJECT: t.rejected}[value] ?? '–';
  }
  return (/^(plan|proposal|agreed)$/.test(field) ? money.format(value, locale, unit) : value) || '–';
}
