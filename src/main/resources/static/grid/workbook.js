// The plan as an Excel workbook: taken along, and brought back. What comes back is shown line by line before any of it counts.
import * as api from './api.js';
import {h} from './elements.js';
import {review} from './preview.js';
import {texts as t} from './texts.js';

/** The menu of a grid; who has nothing to enter can only take the workbook along. */
export function workbook(grid) {
  const file = h('input', {type: 'file', accept: '.xlsx', hidden: true, ariaLabel: t.uploadWorkbook});
  const button = (label, work) => {
    const b = h('button', {type: 'button', textContent: label});
    b.addEventListener('click', work);
    return b;
  };
  file.addEventListener('change', () => file.files[0] && upload(grid, file.files[0]).finally(() => file.value = ''));
  return h('details', {className: 'kg-adder'}, h('summary', {textContent: 'Excel'}), button(t.downloadWorkbook, () => download(grid)),
    ...(grid.right === undefined ? [] : [button(t.uploadWorkbook, () => file.click()), file]));
}

/** With everything that has been typed. */
async function download(grid) {
  await grid.saver.settle();
  h('a', {href: api.workbookAddress(grid.agreement.id), download: ''}).click();
}

async function upload(grid, file) {
  await grid.saver.settle();
  try {
    const preview = await api.previewWorkbook(grid.agreement.id, file);
    if (preview.rows.length === 0) {
      grid.bar.say(t.nothingChanged(preview.unchanged));
    } else {
      grid.bar.say('');
      review(grid, preview, () => api.previewWorkbook(grid.agreement.id, file));
    }
  } catch (problem) {
    grid.bar.say(problem.status === 0 ? t.offlineNow : problem.message, true);
  }
}
