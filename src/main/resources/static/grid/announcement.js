// What was announced for the agreement's period, above its figures: one keystroke away, and out of the way.
import * as api from './api.js';
import {texts as t} from './texts.js';

export async function announce(host, periodId) {
  const announced = await api.announcement(periodId).catch(() => null);
  if (announced) {
    const details = document.createElement('details');
    details.className = 'kg-announcement';
    const summary = document.createElement('summary');
    summary.textContent = t.announcement;
    const text = document.createElement('p');
    text.textContent = announced.text;
    details.append(summary, text);
    host.prepend(details);
  }
}
