// Changes a rule finds unusual: it says why, in the words of who wrote it, and where it wants a reason one is asked for.
import {h} from './elements.js';
import {texts as t} from './texts.js';

export const isUnusual = line => line.plan !== null && (line.plausibility ?? 'OK') !== 'OK';

/** Why the rule that fired finds a plan unusual; nothing if none does. */
export const why = (grid, line) => (isUnusual(line) ? grid.agreement.rules?.[line.plausibilityRule] || t[line.plausibility] : '');

const wantsReason = line => line.setBy === 'REP' && line.plausibility === 'REASON_REQUIRED' && line.plan !== null && !line.planComment;

/** What the comment of a line asks for while it is empty. */
export const asksFor = (grid, line) => (wantsReason(line) ? `${why(grid, line)} ${t.needsComment}` : why(grid, line));

/** How many reasons are missing, with the way to the next one; said aloud as soon as a saved figure wants one. */
export function reasons(grid) {
  const element = h('button', {type: 'button', className: 'kg-reason-button', hidden: true});
  let known = new Set();
  element.addEventListener('click', () => explain(grid, [...known][0]));
  return {
    element,
    show() {
      const wanting = grid.right === 'PLAN' ? grid.lines().filter(wantsReason) : [];
      element.hidden = wanting.length === 0;
      element.textContent = t.reasonsMissing(wanting.length);
      const [added] = wanting.filter(line => !known.has(line.id));
      added && grid.bar.announce(`${added.label}: ${asksFor(grid, added)}`);
      known = new Set(wanting.map(line => line.id));
    }
  };
}

function explain(grid, lineId) {
  grid.table.scrollToRow(lineId, 'center', false)
    .then(() => grid.row(lineId).getCell('planComment')?.edit?.())
    .catch(() => {});
}
