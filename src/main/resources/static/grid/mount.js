// Finds the places a form gives to the grid, and mounts it there once.
import {announce} from './announcement.js';
import * as api from './api.js';
import {isSmall} from './elements.js';
import {locale, texts as t} from './texts.js';

const MODE_OF_STATE = {PLANNING: 'plan', REVIEW: 'review', RESPONSE: 'answer', ALIGNMENT: 'align', DISPUTE: 'align', CONFIRMATION: 'confirm'};

/** Milliseconds. */
const FRESH = 10_000;

/** @param taskOf gives the id of the task the page shows now */
export function watch(root, taskOf) {
  style();
  const ahead = new Ahead(taskOf);
  const look = () => root.querySelectorAll('.konsens-grid:not([data-mounted])').forEach(host => {
    const task = taskOf();
    if (task) {
      host.dataset.mounted = task;
      mount(host, () => ahead.agreementOf(task))
        // On a telephone the task list puts a task below the list: whoever opens it wants to see it.
        .then(() => isSmall() && (host.closest('.fjs-container') ?? host).scrollIntoView());
    }
  });
  new MutationObserver(look).observe(root, {childList: true, subtree: true});
  look();
}

/** Fetches an agreement while the task list, in four requests one after the other, still finds out which form to show. */
class Ahead {
  constructor(taskOf) {
    const begin = () => {
      const task = taskOf();
      if (task && task !== this.task) {
        Object.assign(this, {task, agreement: api.agreementOfTask(task), begun: performance.now()});
        // Other tasks have none; whatever else is wrong will be found when it is asked for.
        this.agreement.catch(() => {});
      }
    };
    // The task list answers a click by changing the address.
    window.addEventListener('click', () => setTimeout(begin), true);
    begin();
  }

  /** What was fetched ahead is good for one time, and not for long: a form may be looked at later than its task. */
  agreementOf(task) {
    const ahead = this.task === task && performance.now() - this.begun < FRESH ? this.agreement : undefined;
    this.agreement = undefined;
    return ahead?.catch(() => api.agreementOfTask(task)) ?? api.agreementOfTask(task);
  }
}

/** @param load gives the agreement to show */
export async function mount(host, load) {
  style();
  // The page around it may say another; words are read out and broken by it.
  host.lang = locale;
  host.replaceChildren(t.loading);
  try {
    if (host.dataset.mode === 'handover') {
      const [agreement, handover] = await Promise.all([load(), import('./handover.js')]);
      await handover.show(host, agreement);
      return;
    }
    const [agreement, {Grid}] = await Promise.all([load(), import('./grid.js')]);
    host.konsensGrid = new Grid(host, host.dataset.mode ?? MODE_OF_STATE[agreement.state] ?? 'confirm', agreement);
    announce(host, agreement.periodId);
  } catch (problem) {
    const again = document.createElement('button');
    again.type = 'button';
    again.textContent = t.retry;
    again.addEventListener('click', () => mount(host, load));
    host.replaceChildren(problem.status === 404 ? t.notYours : t.failed, ' ', again);
    if (!problem.status) {
      throw problem;
    }
  }
}

function style() {
  for (const href of ['/webjars/tabulator-tables/dist/css/tabulator_simple.min.css', '/grid/grid.css']) {
    if (!document.querySelector(`link[href="${href}"]`)) {
      document.head.append(Object.assign(document.createElement('link'), {rel: 'stylesheet', href}));
    }
  }
}
