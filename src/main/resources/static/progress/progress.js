// The progress page: what others do appears by itself; filters and places open without a reload, and are in the address.
import {draw} from './charts.js';

const EVERY = 5000;
const form = document.getElementById('progress');
const freshness = document.getElementById('freshness');
const live = () => document.getElementById('live');
let tag = null;
let asked = 0;
let timer;

/** Asks for what somebody wants to see now; only the last answer counts. */
async function show(query, {unchanged} = {}) {
  clearTimeout(timer);
  const nth = ++asked;
  const headers = unchanged && tag ? {'If-None-Match': tag} : {};
  const answer = await fetch(`/campaign/progress/live?${query}`, {headers, cache: 'no-store'}).catch(() => null);
  const html = answer?.ok ? await answer.text().catch(() => null) : null;
  if (nth !== asked) {
    return;
  }
  if (answer?.redirected || answer?.status === 401) {
    return location.reload();
  }
  if (html !== null) {
    tag = answer.headers.get('ETag');
    replace(new DOMParser().parseFromString(html, 'text/html').getElementById('live'));
  }
  freshness.textContent = html === null && answer?.status !== 304
    ? form.dataset.failed
    : form.dataset.updated.replace('{0}', new Date().toLocaleTimeString(document.documentElement.lang));
  freshness.classList.toggle('error', html === null && answer?.status !== 304);
  follow();
}

/** Puts the new state in place of the old one: who was somewhere in it still is. */
function replace(fresh) {
  const focused = live().contains(document.activeElement) ? document.activeElement : null;
  const place = focused && identity(focused);
  const scrolled = live().querySelector('.scroll')?.scrollLeft ?? 0;
  const legend = live().querySelector('details')?.open ?? false;
  live().replaceWith(fresh);
  fresh.querySelector('.scroll')?.scrollTo({left: scrolled});
  fresh.querySelector('details')?.toggleAttribute('open', legend);
  if (place) {
    [...fresh.querySelectorAll('button, a, summary, [tabindex]')].find(one => identity(one) === place)?.focus({preventScroll: true});
  }
  draw(fresh.querySelector('.charts'));
  history.replaceState(null, '', `?${fresh.dataset.query}`);
}

const identity = element => element.name === 'toggle'
  ? `toggle ${element.value}`
  : element.name === 'open' ? 'open' : element.getAttribute('href') ?? element.className ?? element.tagName;

function follow() {
  clearTimeout(timer);
  if (!document.hidden) {
    timer = setTimeout(() => show(live().dataset.query, {unchanged: true}), EVERY);
  }
}

/** As the form would be sent: what is chosen above, and what is open below. */
function wanted(submitter) {
  const data = new FormData(form);
  if (submitter?.name === 'open') {
    data.delete('closed');
    data.set('open', submitter.value);
  } else if (submitter?.name) {
    data.append(submitter.name, submitter.value);
  }
  return data;
}

function filtered() {
  const data = wanted();
  // What is open by itself depends on what is looked for.
  data.delete('open');
  data.delete('closed');
  show(new URLSearchParams(data));
}

/** Right and left open and close, up and down go on: as in any tree. */
function move(event) {
  const toggle = event.target.closest?.('.toggle');
  if (!toggle) {
    return;
  }
  const isOpen = toggle.getAttribute('aria-expanded') === 'true';
  const toggles = [...live().querySelectorAll('.toggle')];
  const next = toggles[toggles.indexOf(toggle) + ({ArrowDown: 1, ArrowUp: -1}[event.key] ?? 0)];
  if ((event.key === 'ArrowRight' && !isOpen) || (event.key === 'ArrowLeft' && isOpen)) {
    event.preventDefault();
    toggle.click();
  } else if (next && next !== toggle) {
    event.preventDefault();
    next.focus();
  }
}

if (form) {
  form.addEventListener('submit', event => {
    event.preventDefault();
    event.submitter?.name ? show(new URLSearchParams(wanted(event.submitter))) : filtered();
  });
  form.addEventListener('change', event => event.target.closest('.filters') && filtered());
  form.addEventListener('keydown', move);
  document.addEventListener('visibilitychange', () => (document.hidden ? clearTimeout(timer) : show(live().dataset.query, {unchanged: true})));
  draw(live().querySelector('.charts'));
  follow();
}
