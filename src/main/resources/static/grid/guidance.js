// What stands beside the figures: order history, notes, what is unusual, what is expected of the team. Fetched once, when
// the figures are on the screen, and drawn for the rows in sight only.
import * as api from './api.js';
import {whenIdle} from './faster.js';
import {footer} from './footer.js';
import {reasons} from './unusual.js';

export class Guidance {
  constructor(grid) {
    this.grid = grid;
    this.arrives = new Promise(resolve => this.arrived = resolve);
    this.footer = footer(grid);
    this.reasons = reasons(grid);
  }

  mount() {
    this.grid.host.append(this.footer.element);
    this.grid.bar.element.querySelector('.kg-missing-button').before(this.reasons.element);
    // Without it one can work as well: nothing is said about it.
    whenIdle(() => api.guidance(this.grid.agreement.id).then(guidance => this.arrived(this.known = guidance), () => {})
      .then(() => this.count()));
  }

  /** Draws at once what is known: rows come and go while one scrolls. */
  draw(show) {
    this.known ? show(this.known) : this.arrives.then(show);
  }

  noted(lineId, count) {
    this.known.notes[lineId] = count;
    this.grid.refresh(lineId);
  }

  /** Figures have changed. */
  count() {
    this.footer.show(this.known?.team ?? []);
    this.reasons.show();
  }
}
