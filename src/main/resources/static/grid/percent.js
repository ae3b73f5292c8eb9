// "+5 %" typed for an amount is a change of the figure it is measured by.
import * as money from './money.js';
import {locale} from './texts.js';

const MEASURE = {plan: 'baseline', proposal: 'plan'};

/** The figure somebody means; null for nothing, undefined if it cannot be read or there is nothing to change. */
export function figureOf(text, line, field) {
  const percent = /^\s*([-+\u2212]?)(.*?)\s*%\s*$/.exec(text);
  if (!percent || line.unit !== 'CURRENCY') {
    return money.parse(text, locale, line.unit);
  }
  const change = money.parse(`${percent[1] === '+' ? '' : percent[1]}${percent[2]}`, locale, 'PERCENT');
  const base = line[MEASURE[field]] ?? null;
  return change && base !== null ? money.grown(base, change) : undefined;
}
