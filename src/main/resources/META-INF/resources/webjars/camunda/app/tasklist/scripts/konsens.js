// Brings the planning grid into the task list: wherever a form has an element "konsens-grid", it is mounted there.
import {guardCompletion} from '/grid/guard.js';
import {watch} from '/grid/mount.js';

watch(document, () => /[?&]task=([^&]+)/.exec(location.hash)?.[1]);
guardCompletion(document, '.form-actions .btn-primary', () => document.querySelector('.konsens-grid')?.konsensGrid);

export default [];
