// Brings the planning grid into the task list: wherever a form has an element "konsens-grid", it is mounted there.
import {guardCompletion} from '/grid/guard.js';
import {watch} from '/grid/mount.js';

watch(document, () => /[?&]task=([^&]+)/.exec(location.hash)?.[1]);
guardCompletion(document, '.form-actions .btn-primary', () => document.querySelector('.konsens-grid')?.konsensGrid);

// By the time somebody opens a task, the grid is here.
const prefetch = () => import('/grid/grid.js').catch(() => {});
window.requestIdleCallback ? requestIdleCallback(prefetch) : setTimeout(prefetch, 1000);

export default [];
