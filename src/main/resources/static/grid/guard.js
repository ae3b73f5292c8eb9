// Completing a step takes what the server has. So first everything typed must be there, or its author must know that it is not.

/** @param gridOf gives the grid of the step shown now, if it has one */
export function guardCompletion(root, selector, gridOf) {
  root.addEventListener('click', event => {
    const button = event.target.closest?.(selector);
    const grid = button && gridOf();
    if (!grid || grid.isSettled) {
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    grid.settle().then(settled => settled && button.click());
  }, true);
}
