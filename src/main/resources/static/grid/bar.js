// What stands above the grid: whose agreement it is, where it stands, what is missing, whether all is saved.
import {bulk} from './bulk.js';
import {h} from './elements.js';
import {helps} from './helps.js';
import {filtersFor} from './lines.js';
import * as money from './money.js';
import {show} from './moves.js';
import {day, locale, texts as t} from './texts.js';
import {workbook} from './workbook.js';

export function bar(grid, agreement) {
  const title = h('strong', {}, `${agreement.repName} · ${agreement.periodId}`);
  const facts = [t.round(agreement.round, agreement.roundsAllowed)];
  if (agreement.stepDue) {
    facts.push(t.due(day(agreement.stepDue)));
  }
  if (grid.mode === 'align') {
    facts.push(t.onlyDeviating(agreement.lines.filter(line => line.alignable).length));
  }
  const sums = h('span', {className: 'kg-sums'});
  const outlook = h('span', {className: 'kg-outlook'});
  const missing = h('button', {type: 'button', className: 'kg-missing-button', hidden: true});
  const state = h('span', {className: 'kg-state', role: 'status', });
  const saving = {pending: 0, unsaved: 0};
  const questions = h('div', {className: 'kg-questions'});
  const message = h('div', {className: 'kg-message', role: 'alert', hidden: true});

  const groupBy = h('select', {ariaLabel: t.groupBy, title: t.groupBy},
    h('option', {value: 'group', textContent: t.account}),
    h('option', {value: 'productGroup', textContent: t.productGroup}),
    h('option', {value: '', textContent: t.none}));
  groupBy.addEventListener('change', () => grid.groupBy(groupBy.value));
  const search = h('input', {type: 'search', placeholder: t.search, ariaLabel: t.search});
  const which = h('select', {ariaLabel: t.show, title: t.show},
    ...filtersFor(grid).map(name => h('option', {value: name, textContent: t.filters[name]})));
  const filter = () => grid.filter(search.value, which.value);
  search.addEventListener('input', filter);
  search.addEventListener('keydown', event => {
    // Enter goes to what was found, Escape away from it.
    if (event.key === 'Enter' || event.key === 'Escape') {
      event.preventDefault();
      if (event.key === 'Escape' && search.value !== '') {
        search.value = '';
        filter();
      } else if (event.key === 'Enter') {
        grid.host.querySelector('.tabulator-tableholder').focus();
      }
    }
  });
  which.addEventListener('change', filter);
  const place = h('span', {className: 'kg-unseen', role: 'status'});

  const element = h('div', {className: 'kg-bar'},
    h('div', {className: 'kg-head'}, title, h('span', {className: 'kg-facts', textContent: facts.join(' · ')}), sums, state),
    h('div', {className: 'kg-tools'},
      h('label', {}, `${t.groupBy} `, groupBy), search, which, ...(grid.may('ADD_LINE') ? [adder(grid, agreement)] : []),
      ...(grid.right === 'PLAN' ? [helps(grid, h)] : []), ...bulk(grid, h), workbook(grid), outlook, missing),
    questions, message, place);
  if (agreement.adjusts) {
    const from = day(`${agreement.effectiveFrom}T00:00`);
    element.append(h('div', {className: 'kg-note', textContent: t.adjustment(from, agreement.adjustmentReason)}));
  }
  if (agreement.declineReason) {
    element.append(h('div', {className: 'kg-note', textContent: `${t.declined(agreement.declineReason)} ${t.reopened}`}));
  }
  if (grid.mode === 'confirm' && agreement.sha256) {
    element.append(h('div', {className: 'kg-hash'}, `${t.hash}: `, h('code', {textContent: agreement.sha256})));
  }

  return {
    element,
    showGrouping(field) {
      groupBy.value = field;
    },
    showState(now) {
      Object.assign(saving, now);
      const {pending, waitsFor, savedAt, unsaved} = saving;
      state.textContent = waitsFor ? (waitsFor.isLoggedOut ? t.loggedOut : t.offline)
        : pending > 0 ? t.saving(pending)
          : unsaved > 0 ? t.unsaved(unsaved)
            : savedAt ? t.saved(savedAt.toLocaleTimeString(locale, {hour: '2-digit', minute: '2-digit'}))
              : isReadOnly(grid) ? t.readOnly : t.ready;
      state.classList.toggle('kg-offline', Boolean(waitsFor) || unsaved > 0);
    },
    showCounts({missing: ids, unsaved, baseline, target, proposals, confirmed}) {
      outlook.textContent = grid.right === 'PROPOSE' ? t.outlook(proposals, confirmed) : '';
      const show = figure => money.format(figure, locale, 'CURRENCY') || '–';
      const change = money.change(target, baseline);
      sums.textContent = `${t.baseline} ${show(baseline)} → ${show(target)} ${agreement.currency}`
        + (change === null ? '' : ` (${money.formatPercent(change, locale)})`);
      missing.hidden = isReadOnly(grid);
      missing.disabled = ids.length === 0;
      missing.textContent = ids.length === 0
        ? `✓ ${t.complete}`
        : (grid.mode === 'answer' ? t.missingAnswers : t.missing)(ids.length);
      missing.onclick = () => show(grid, ids[0]);
      this.showState({unsaved: unsaved.length});
    },
    /** For screen readers only. */
    announce(text) {
      place.textContent = text;
    },
    focus() {
      search.focus();
    },
    say(text, isError) {
      message.replaceChildren(text);
      message.hidden = text === '';
      message.classList.toggle('kg-error', Boolean(isError));
    },
    /** Says what was done, with a way back. */
    offer(text, label, then) {
      this.say(text);
      message.append(...choice([[label, then]], () => message.hidden = true));
    },
    /** Stays until it is answered, whatever is said meanwhile; one of a kind at a time. */
    ask(kind, text, choices) {
      this.answered(kind);
      const question = h('div', {className: 'kg-message kg-question', role: 'alert'}, text);
      question.dataset.kind = kind;
      question.append(...choice(choices, () => question.remove()));
      questions.append(question);
    },
    answered(kind) {
      questions.querySelector(`[data-kind=${kind}]`)?.remove();
    }
  };
}

/** Buttons for a choice, of which only one can be taken. */
const choice = (choices, taken) => choices.map(([label, then]) => {
  const button = h('button', {type: 'button', textContent: label});
  button.addEventListener('click', () => {
    taken();
    then();
  });
  return button;
});

const isReadOnly = grid => grid.right === undefined;

function adder(grid, agreement) {
  const account = h('select', {ariaLabel: t.account}, h('option', {value: '', textContent: `${t.account}: ${t.choose}`}),
    ...agreement.accounts.map(one => h('option', {value: one.id, textContent: one.name})));
  const group = h('select', {ariaLabel: t.productGroup}, h('option', {value: '', textContent: `${t.productGroup}: ${t.choose}`}),
    ...agreement.productGroups.map(one => h('option', {value: one, textContent: one})));
  const add = h('button', {type: 'button', textContent: t.add});
  add.addEventListener('click', async () => {
    if (account.value && group.value) {
      try {
        await grid.addLine(account.value, group.value);
        grid.bar.say('');
        group.value = '';
      } catch (problem) {
        grid.bar.say(problem.message, true);
      }
    }
  });
  return h('details', {className: 'kg-adder'}, h('summary', {textContent: t.addLine}), account, group, add);
}
