// Undo and redo: what was changed at one time, be it one cell or a thousand, is taken back at one time.
export class History {
  /** @param apply sets a field of a line to a value, as if it had been typed */
  constructor(apply) {
    Object.assign(this, {apply, done: [], undone: []});
  }

  record(lineId, field, before, after) {
    if (this.replaying) {
      return;
    }
    if (!this.batch) {
      this.batch = [];
      this.done.push(this.batch);
      this.undone = [];
      setTimeout(() => this.batch = undefined);
    }
    this.batch.push({lineId, field, before, after});
  }

  /** How many cells were taken back. */
  undo() {
    return this.replay(this.done, this.undone, [...(this.done.at(-1) ?? [])].reverse(), 'before');
  }

  redo() {
    return this.replay(this.undone, this.done, this.undone.at(-1) ?? [], 'after');
  }

  replay(from, to, changes, side) {
    this.replaying = true;
    changes.forEach(change => this.apply(change.lineId, change.field, change[side]));
    this.replaying = false;
    from.length > 0 && to.push(from.pop());
    return changes.length;
  }
}
