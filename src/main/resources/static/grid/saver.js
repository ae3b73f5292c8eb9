// Saves changes in the background: what was typed stays on the screen until the server has it, whatever happens between.
import * as api from './api.js';

const PAUSE = 250;
const RETRY_AFTER = 3000;

export class Saver {
  /**
   * @param onSaved called with the line as the server has it now
   * @param onRefused called with lineId and the problem; the change is no longer tried
   * @param onState called with {pending, offline, savedAt}
   */
  constructor(agreementId, {version, onSaved, onRefused, onState}) {
    Object.assign(this, {agreementId, version, onSaved, onRefused, onState});
    this.waiting = new Map();
    this.flying = new Map();
  }

  /** The last change to a line is the one that counts. */
  save(lineId, change) {
    this.waiting.set(lineId, change);
    this.report();
    this.schedule(PAUSE);
  }

  get pending() {
    return new Set([...this.waiting.keys(), ...this.flying.keys()]).size;
  }

  schedule(delay) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), delay);
  }

  async flush() {
    if (this.flying.size > 0 || this.waiting.size === 0) {
      return;
    }
    this.flying = this.waiting;
    this.waiting = new Map();
    this.report();
    const changes = [...this.flying].map(([lineId, change]) => ({lineId, version: this.version(lineId), ...change}));
    try {
      const lines = changes.length === 1
        ? [await api.changeLine(this.agreementId, changes[0])]
        : await api.changeLines(this.agreementId, changes);
      this.flying = new Map();
      lines.forEach(line => this.onSaved(line));
      this.offline = false;
      this.savedAt = new Date();
    } catch (problem) {
      await this.afterFailure(problem, changes);
    }
    this.report();
    if (this.waiting.size > 0) {
      this.schedule(this.offline ? RETRY_AFTER : 0);
    }
  }

  async afterFailure(problem, changes) {
    const flown = this.flying;
    this.flying = new Map();
    if (problem.isPassing) {
      this.offline = true;
      flown.forEach((change, lineId) => this.waiting.has(lineId) || this.waiting.set(lineId, change));
    } else if (changes.length === 1) {
      this.offline = false;
      this.onRefused(changes[0].lineId, problem, flown.get(changes[0].lineId));
    } else {
      // All or nothing, and it was nothing: one by one, so that only what is wrong stays behind.
      for (const change of changes) {
        try {
          this.onSaved(await api.changeLine(this.agreementId, change));
        } catch (single) {
          if (single.isPassing) {
            this.offline = true;
            this.waiting.has(change.lineId) || this.waiting.set(change.lineId, flown.get(change.lineId));
          } else {
            this.onRefused(change.lineId, single, flown.get(change.lineId));
          }
        }
      }
    }
  }

  report() {
    this.onState({pending: this.pending, offline: this.offline, savedAt: this.savedAt});
  }
}
