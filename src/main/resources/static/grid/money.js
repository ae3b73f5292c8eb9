// Figures are strings such as "1234.50" from the server to the screen and back; no JavaScript number ever holds one.
import Decimal from '/webjars/decimal.js/decimal.mjs';

const exact = Decimal.clone({precision: 60});

const DECIMALS = {CURRENCY: 2, PERCENT: 2, COUNT: 0};

/** What may stand before or behind a figure, as spreadsheets copy it. */
const AROUND = /^[\s€$£]+|\s*(?:%|[€$£]|[A-Z]{3})?\s*$/g;

/** Making these takes far longer than using them. */
const once = (made, key, make) => made.get(key) ?? made.set(key, make()).get(key);

const formats = new Map();
const formatOf = (locale, digits) => once(formats, `${locale} ${digits}`, () =>
  new Intl.NumberFormat(locale, {minimumFractionDigits: digits, maximumFractionDigits: digits}));

const separations = new Map();
const separators = locale => once(separations, locale, () => {
  const parts = new Intl.NumberFormat(locale).formatToParts(12345.6);
  const of = type => parts.find(part => part.type === type).value;
  return {group: of('group'), decimal: of('decimal')};
});

/**
 * Reads what somebody typed in their own way of writing numbers.
 * Returns the figure, null for nothing, or undefined if it is no figure: half a number is never guessed.
 */
export function parse(text, locale, unit) {
  if (unit !== 'PERCENT' && text.includes('%')) {
    return undefined;
  }
  const typed = text.replace(AROUND, '').replace('\u2212', '-');
  if (typed === '') {
    return null;
  }
  const {group, decimal} = separators(locale);
  const [whole, fraction, ...rest] = typed.split(decimal);
  const grouped = new RegExp(`^-?\\d{1,3}(\\${group}\\d{3})*$`);
  if (rest.length > 0 || !(/^-?\d+$/.test(whole) || grouped.test(whole))) {
    return undefined;
  }
  if (fraction !== undefined && (!/^\d+$/.test(fraction) || fraction.length > DECIMALS[unit])) {
    return undefined;
  }
  const plain = whole.replaceAll(group, '');
  return fraction === undefined ? plain : `${plain}.${fraction}`;
}

/** Writes a figure the way the locale does; nothing for null, so that it never looks like 0. */
export function format(figure, locale, unit) {
  if (figure === null || figure === undefined) {
    return '';
  }
  const digits = DECIMALS[unit];
  return formatOf(locale, digits).format(new exact(figure).toFixed(digits));
}

export function formatPercent(figure, locale) {
  if (figure === null) {
    return '';
  }
  const sign = figure.isPositive() && !figure.isZero() ? '+' : '';
  return `${sign}${formatOf(locale, 1).format(figure.toFixed(1))} %`;
}

/** The sum of what is there; null if nothing is. In whole numbers of the last decimal, for it is asked often. */
export function sum(figures) {
  // By the number of decimals, so that most figures need no filling up.
  const totals = [];
  for (const figure of figures) {
    if (figure !== null && figure !== undefined && figure !== '') {
      const text = String(figure);
      const at = text.indexOf('.');
      const decimals = at < 0 ? 0 : text.length - at - 1;
      totals[decimals] = (totals[decimals] ?? 0n) + BigInt(at < 0 ? text : text.slice(0, at) + text.slice(at + 1));
    }
  }
  if (totals.length === 0) {
    return null;
  }
  const decimals = totals.length - 1;
  const total = totals.reduce((sum, part, i) => sum + part * 10n ** BigInt(decimals - i), 0n);
  const digits = String(total < 0n ? -total : total).padStart(decimals + 1, '0');
  const at = digits.length - decimals;
  return (total < 0n ? '-' : '') + digits.slice(0, at) + (decimals > 0 ? `.${digits.slice(at)}` : '');
}

export function difference(figure, base) {
  return figure === null || figure === undefined ? null : new exact(figure).minus(base ?? 0).toFixed();
}

/** The change against a base in percent; null where there is nothing to compare with. */
export function change(figure, base) {
  if (figure === null || figure === undefined || base === null || base === undefined || new exact(base).isZero()) {
    return null;
  }
  return new exact(figure).minus(base).div(new exact(base).abs()).times(100);
}

export function isSame(a, b) {
  return a === null || b === null ? a === b : new exact(a).equals(b);
}

/** A figure that can be planned: to the cent, half up, and never below zero, as returns outweighing sales would be. */
const plannable = figure => (figure.isNegative() ? '0.00' : figure.toFixed(2, Decimal.ROUND_HALF_UP));

/** Half-way between two figures, half up to the unit's last decimal; null unless there are two. */
export const middle = (a, b, unit) => (a === null || b === null
  ? null
  : new exact(a).plus(b).div(2).toFixed(DECIMALS[unit], Decimal.ROUND_HALF_UP));

/** How far apart two figures are. */
export const distance = (a, b) => new exact(a ?? 0).minus(b ?? 0).abs();

/** A base changed by so many percent. */
export const grown = (base, percent) => plannable(new exact(base).times(new exact(percent).plus(100)).div(100));

/**
 * Spreads a total over shares, exact to the cent: each part is cut to the cent, and the cents left over go to those that
 * lost most, from the end where they lost the same.
 */
export function spread(total, shares) {
  const weights = shares.map(share => (new exact(share).isNegative() ? new exact(0) : new exact(share)));
  const whole = weights.reduce((sum, weight) => sum.plus(weight), new exact(0));
  if (whole.isZero()) {
    return undefined;
  }
  const parts = weights.map(weight => new exact(total).times(weight).div(whole));
  const cut = parts.map(part => part.toDecimalPlaces(2, Decimal.ROUND_FLOOR));
  const left = new exact(total).minus(cut.reduce((sum, part) => sum.plus(part), new exact(0))).times(100).toNumber();
  const byLoss = parts.map((part, i) => ({i, loss: part.minus(cut[i])})).reverse().sort((a, b) => b.loss.cmp(a.loss));
  for (let cent = 0; cent < left; cent++) {
    cut[byLoss[cent].i] = cut[byLoss[cent].i].plus('0.01');
  }
  return cut.map(part => part.toFixed(2));
}
