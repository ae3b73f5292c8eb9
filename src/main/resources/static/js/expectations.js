// The table of expectations: each figure is saved as its field is left; what units below add up to is shown at once.
import * as money from '/grid/money.js';
import {call} from '/grid/api.js';

const table = document.getElementById('expectations');
const texts = table?.dataset ?? {};
const locale = document.documentElement.lang;
const inputs = [...table?.querySelectorAll('input') ?? []];
const fill = (text, value) => text.replace('{0}', value);
const shown = input => money.format(input.dataset.amount ?? null, locale, input.dataset.unit);

function say(input, message) {
  const place = input.parentElement.querySelector('.message');
  place.textContent = message;
  place.hidden = message === '';
  input.setAttribute('aria-invalid', String(message !== ''));
}

/** Beside what is expected of a unit: what the units right below it add up to, and what is left. */
function showBelow() {
  for (const input of inputs) {
    const {orgUnit, metric, unit, amount} = input.dataset;
    const below = unit === 'PERCENT' ? null : money.sum(inputs
      .filter(other => other.dataset.parent === orgUnit && other.dataset.metric === metric)
      .map(other => other.dataset.amount));
    const place = input.parentElement.querySelector('.below');
    place.textContent = below === null ? '' : fill(texts.below, money.format(below, locale, unit)) + left(amount, below, unit);
  }
}

function left(amount, below, unit) {
  if (amount === undefined) {
    return '';
  }
  const rest = money.difference(amount, below);
  const size = money.format(rest.replace('-', ''), locale, unit);
  return money.isSame(rest, '0') ? texts.exact : fill(rest.startsWith('-') ? texts.over : texts.missing, size);
}

async function save(input) {
  const amount = money.parse(input.value, locale, input.dataset.unit);
  if (amount === undefined) {
    return say(input, fill(texts.wrong, input.value));
  }
  if (money.isSame(amount, input.dataset.amount ?? null)) {
    input.value = shown(input);
    return say(input, '');
  }
  try {
    const {orgUnit, metric} = input.dataset;
    await call('PUT', `/periods/${encodeURIComponent(texts.period)}/expectations`, [{orgUnit, metric, amount}]);
    if (amount === null) {
      delete input.dataset.amount;
    } else {
      input.dataset.amount = amount;
    }
    input.value = shown(input);
    say(input, '');
    showBelow();
    document.getElementById('saved').textContent = texts.saved;
  } catch (problem) {
    say(input, problem.status >= 400 && problem.status < 500 ? problem.message : texts.failed);
  }
}

function move(event) {
  const step = {Enter: 1, ArrowDown: 1, ArrowUp: -1}[event.key];
  if (step) {
    event.preventDefault();
    const column = inputs.filter(other => other.dataset.metric === event.target.dataset.metric);
    const next = column[column.indexOf(event.target) + step];
    next ? next.select() : event.target.blur();
    next?.focus();
  }
}

for (const input of inputs) {
  const {baseline, unit} = input.dataset;
  if (baseline !== undefined) {
    input.parentElement.querySelector('.baseline').textContent = fill(texts.baseline, money.format(baseline, locale, unit));
  }
  input.value = shown(input);
  input.addEventListener('change', () => save(input));
  input.addEventListener('keydown', move);
  // Only now: what is typed before anybody listens would not be saved.
  input.readOnly = texts.editable !== 'true';
}
showBelow();
