// Looks now and then whether somebody else, or oneself in another tab, has changed something, and shows it.
import * as api from './api.js';
import {say} from './changes.js';
import * as lines from './lines.js';
import {texts as t} from './texts.js';

const EVERY = 10_000;

export class News {
  constructor(grid) {
    Object.assign(this, {grid, last: grid.agreement.last});
    const look = () => this.look();
    const timer = setInterval(() => {
      if (grid.host.isConnected) {
        look();
      } else {
        clearInterval(timer);
        window.removeEventListener('focus', look);
      }
    }, EVERY);
    // Whoever comes back from another tab wants to see what was done there.
    window.addEventListener('focus', look);
  }

  /** Nobody waits for it: if it fails, the next time will do. */
  look() {
    if (!document.hidden) {
      this.looking ??= this.fetch().catch(() => {}).finally(() => this.looking = undefined);
    }
    return this.looking;
  }

  async fetch() {
    const {grid} = this;
    const news = await api.news(grid.agreement.id, this.last);
    if (news.state !== grid.agreement.state && !this.isOver) {
      this.isOver = true;
      grid.bar.say(t.stepOver, true);
    }
    const results = news.lines.map(line => this.receive(line));
    const seen = results.filter(result => result === 'shown').length;
    if (seen > 0) {
      grid.bar.say(t.othersChanged(seen));
    }
    if (!results.includes('later')) {
      this.last = news.last;
    }
  }

  /** Tells whether the line was shown, is known, is asked about, or must wait until somebody has finished typing. */
  receive(theirs) {
    const {grid} = this;
    const row = grid.row(theirs.id);
    if (!row) {
      if (lines.shownIn(grid.mode, [theirs]).length === 0) {
        return 'known';
      }
      grid.insert(theirs);
      return 'shown';
    }
    const mine = row.getData();
    if (theirs.version <= mine.version || grid.saver.isFlying(theirs.id)) {
      // What is under way is answered by the server, one way or the other.
      return 'known';
    }
    if (row.getElement().contains(document.activeElement)) {
      return 'later';
    }
    const change = grid.saver.drop(theirs.id) ?? (lines.isUnsaved(mine, grid.right) ? say(mine, grid.right) : undefined);
    if (change) {
      grid.conflicts.refused(theirs.id, {line: theirs}, change);
      return 'asked';
    }
    grid.put(row, {...grid.prepared(theirs), changedByOthers: true});
    return 'shown';
  }
}
