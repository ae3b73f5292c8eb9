// What the server does not have yet is kept in the browser, too: it outlives a tab that is closed and a machine that fails.
import {fieldsOf, say} from './changes.js';
import * as money from './money.js';
import * as lines from './lines.js';
import {moment, texts as t} from './texts.js';

const PAUSE = 300;

export class Draft {
  constructor(grid) {
    const {agreement, right} = grid;
    this.grid = grid;
    // A draft belongs to who made it, and to the step it was made in.
    this.key = `konsens.draft.${agreement.viewer}.${agreement.id}`;
    this.step = `${agreement.revision}.${agreement.round}.${right}`;
    this.found = this.read();
    window.addEventListener('pagehide', () => this.keep());
  }

  /** Once for however many changes, and not at all for what is saved by then. */
  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.keep(), PAUSE);
  }

  /** What was found is kept until its author has decided. */
  keep() {
    const {grid} = this;
    const unsaved = Object.fromEntries(grid.unsaved().map(line => [line.id, {
      version: line.version, typed: line.typed, fields: Object.fromEntries(fieldsOf(grid.right).map(field => [field, line[field]]))
    }]));
    const all = {...this.found?.lines, ...unsaved};
    if (Object.keys(all).length > 0) {
      this.store({step: this.step, at: this.found?.at ?? new Date().toISOString(), lines: all});
    } else if (this.isStored) {
      this.store(null);
    }
  }

  /** Lets the author choose, if there is something the server does not say already. */
  offer() {
    const {grid} = this;
    const lost = Object.entries(this.found?.lines ?? {}).filter(([lineId, draft]) => {
      const line = grid.row(lineId)?.getData();
      return line && (differs(draft.fields, line) || Object.keys(draft.typed ?? {}).length > 0);
    });
    if (lost.length === 0) {
      this.decide(() => {});
      return;
    }
    const at = moment(this.found.at);
    grid.bar.ask('draft', t.draftFound(lost.length, at), [
      [t.draftRestore, () => this.decide(() => lost.forEach(([lineId, draft]) => this.restore(lineId, draft)))],
      [t.draftDiscard, () => this.decide(() => {})]
    ]);
  }

  decide(then) {
    this.isStored = this.found !== undefined;
    this.found = undefined;
    then();
    this.later();
  }

  /** As if it were typed now; where somebody else was faster, the author is asked. */
  restore(lineId, draft) {
    const {grid} = this;
    const row = grid.row(lineId);
    const line = {...row.getData()};
    if (draft.version !== line.version && differs(draft.fields, line)) {
      grid.put(row, draft.fields);
      grid.conflicts.refused(lineId, {line}, say(row.getData(), grid.right));
    } else {
      Object.entries(draft.fields).filter(([field, value]) => !isSame(field, value, line[field]))
        .forEach(([field, value]) => grid.set(lineId, field, value));
    }
    Object.entries(draft.typed ?? {}).forEach(([field, typed]) => grid.keepTyped(lineId, field, typed));
  }

  read() {
    try {
      const draft = JSON.parse(localStorage.getItem(this.key));
      return draft?.step === this.step ? draft : undefined;
    } catch {
      return undefined;
    }
  }

  /** Without room, or where nothing may be kept, the server is all there is. */
  store(draft) {
    this.isStored = draft !== null;
    try {
      draft ? localStorage.setItem(this.key, JSON.stringify(draft)) : localStorage.removeItem(this.key);
    } catch {
      this.isStored = false;
    }
  }
}

const isSame = (field, a, b) => (lines.isFigure(field) ? money.isSame(a ?? null, b ?? null) : (a || null) === (b || null));

const differs = (fields, line) => Object.entries(fields).some(([field, value]) => !isSame(field, value, line[field]));
