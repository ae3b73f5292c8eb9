// Brings the planning grid into the task list: wherever a form has an element "konsens-grid", it is mounted there.
import {watch} from '/grid/mount.js';

watch(document, () => /[?&]task=([^&]+)/.exec(location.hash)?.[1]);

export default [];
