// Saves changes in the background: what was typed stays on the screen until the server has it, whatever happens between.
import * as api from './api.js';

const PAUSE = 250;
const RETRY_AFTER = 3000;
/** So many lines in one request: whoever goes on typing after a large paste does not wait for all of it. */
const BATCH = 200;

export class Saver {
  /**
   * @param version gives the version of a line that a change builds upon
   * @param onSaved called with the line as the server has it now, and the change that was sent
   * @param onRefused called with lineId, the problem and the change; it is no longer tried
   * @param onState called with {pending, waitsFor, savedAt}; waitsFor is the problem that a later try may overcome
   */
  constructor(agreementId, {version, onSaved, onRefused, onState}) {
    Object.assign(this, {agreementId, version, onSaved, onRefused, onState});
    this.waiting = new Map();
    this.flying = new Map();
    window.addEventListener('online', () => this.flush());
  }

  /** The last change to a line is the one that counts. */
  save(lineId, change) {
    this.waiting.set(lineId, change);
    this.report();
    this.schedule(PAUSE);
  }

  get pending() {
    return this.waiting.size + [...this.flying.keys()].filter(lineId => !this.waiting.has(lineId)).length;
  }

  isFlying(lineId) {
    return this.flying.has(lineId);
  }

  isPending(lineId) {
    return this.waiting.has(lineId) || this.flying.has(lineId);
  }

  /** Gives up a change that waits, and gives it back. */
  drop(lineId) {
    const change = this.waiting.get(lineId);
    this.waiting.delete(lineId) && this.report();
    return change;
  }

  /** Saves at once whatever waits; tells whether the server has answered it all. */
  async settle() {
    do {
      await this.flush();
    } while (this.pending > 0 && !this.waitsFor);
    return this.pending === 0;
  }

  schedule(delay) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), delay);
  }

  /** One request at a time, so that no answer overtakes another. */
  flush() {
    this.flight ??= this.fly().finally(() => {
      this.flight = undefined;
      if (this.waiting.size > 0) {
        this.schedule(this.waitsFor ? RETRY_AFTER : 0);
      }
    });
    return this.flight;
  }

  async fly() {
    if (this.waiting.size === 0) {
      return;
    }
    const changes = [...this.waiting];
    this.flying = new Map(changes.slice(0, BATCH));
    this.waiting = new Map(changes.slice(BATCH));
    this.report();
    try {
      await this.send([...this.flying]);
      this.waitsFor = undefined;
    } catch (problem) {
      this.waitsFor = problem;
      // What has been typed meanwhile is newer.
      this.waiting = new Map([...this.flying, ...this.waiting]);
    }
    this.flying = new Map();
    this.report();
  }

  /** @throws Problem if trying again later makes sense; what was answered until then flies no more */
  async send(changes) {
    const bodies = changes.map(([lineId, change]) => ({lineId, version: this.version(lineId), ...change}));
    let lines;
    try {
      lines = bodies.length === 1
        ? [await api.changeLine(this.agreementId, bodies[0])]
        : await api.changeLines(this.agreementId, bodies);
    } catch (problem) {
      if (problem.isPassing) {
        throw problem;
      }
      if (changes.length > 1) {
        // All or nothing, and it was nothing: by halves, so that few requests find what is wrong and only that stays behind.
        const half = changes.length >> 1;
        await this.send(changes.slice(0, half));
        await this.send(changes.slice(half));
      } else {
        const [[lineId, change]] = changes;
        this.flying.delete(lineId);
        this.onRefused(lineId, problem, change);
      }
      return;
    }
    for (const line of lines) {
      const change = this.flying.get(line.id);
      this.flying.delete(line.id);
      this.onSaved(line, change);
    }
    this.savedAt = new Date();
  }

  report() {
    this.onState({pending: this.pending, waitsFor: this.waitsFor, savedAt: this.savedAt});
  }
}
