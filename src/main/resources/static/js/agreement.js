// Shows an agreement's figures on its page, by the same grid as in the task list.
import * as api from '/grid/api.js';
import {mount} from '/grid/mount.js';

const host = document.getElementById('grid');
mount(host, () => api.agreement(host.dataset.agreement));
