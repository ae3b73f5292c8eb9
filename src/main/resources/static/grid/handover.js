// What a system rejected, and in which words: the part of the hand-over a person must see to.
import * as api from './api.js';
import {format} from './money.js';
import {locale, metricName, texts as t} from './texts.js';

export async function show(host, agreement) {
  const metrics = new Map(agreement.metrics.map(metric => [metric.metricId, metric]));
  const lines = new Map(agreement.lines.map(line => [line.systemId, line]));
  const rejected = (await api.handover(agreement.id)).filter(entry => entry.revision === agreement.revision && entry.status === 'REJECTED');
  if (rejected.length === 0) {
    host.replaceChildren(t.nothingRejected);
    return;
  }
  const table = document.createElement('table');
  table.className = 'konsens-table';
  const head = table.createTHead().insertRow();
  t.handoverColumns.forEach(name => head.append(cell('th', name)));
  const body = table.createTBody();
  for (const {system, lineId, error} of rejected) {
    const line = lines.get(lineId);
    const row = body.insertRow();
    row.append(
      cell('td', system),
      cell('td', [line?.accountName, line?.productGroup ?? (line && metricName(metrics.get(line.metric)))].filter(Boolean).join(' · ')),
      cell('td', line ? format(line.agreed, locale, metrics.get(line.metric).unit) : '', 'num'),
      cell('td', error ?? ''));
  }
  host.replaceChildren(table);
}

function cell(tag, textContent, className = '') {
  return Object.assign(document.createElement(tag), {textContent, className});
}
