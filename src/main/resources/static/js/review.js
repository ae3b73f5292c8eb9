// One review of the queue: its figures, and a completion that waits until all of them are saved.
import * as api from '/grid/api.js';
import {guardCompletion} from '/grid/guard.js';
import {mount} from '/grid/mount.js';

const host = document.getElementById('grid');
mount(host, () => api.agreement(host.dataset.agreement));
guardCompletion(document, '#complete', () => host.konsensGrid);
