// The import page: check a file, see what is wrong with it, take it over once nothing is.
const form = document.getElementById('import');
const texts = form.dataset;
const progress = document.getElementById('progress');
const outcome = document.getElementById('outcome');
const errors = document.getElementById('errors');
const download = document.getElementById('download');
const token = document.querySelector('meta[name="csrf-token"]').content;
const headers = {'X-XSRF-TOKEN': token, Accept: 'application/json', 'Accept-Language': document.documentElement.lang};
const fill = (text, ...values) => values.reduce((result, value, i) => result.replace(`{${i}}`, value), text);
const number = value => value.toLocaleString(document.documentElement.lang);

async function run(mode) {
  const body = new FormData();
  body.append('file', form.elements.file.files[0]);
  busy(true);
  show({errors: []}, '');
  try {
    const kind = form.elements.kind.value;
    let job = await answer(await fetch(
      `/api/v1/imports/${kind}?mode=${mode}&dialect=${form.elements.dialect.value}&async=true`,
      {method: 'POST', headers, body}));
    while (job.state === 'RUNNING') {
      outcome.textContent = fill(texts.rows, number(job.rowsRead));
      await new Promise(resolve => setTimeout(resolve, 500));
      job = await answer(await fetch(`/api/v1/imports/jobs/${job.id}`, {headers}));
    }
    const clean = job.state === 'DONE';
    show(job.result, clean
      ? fill(mode === 'commit' ? texts.done : texts.clean, number(job.result.rows))
      : fill(texts.dirty, number(job.result.rejected), number(job.result.rows)));
    outcome.className = clean ? 'good' : 'error';
    form.elements.commit.disabled = !(clean && mode === 'preview');
  } catch (problem) {
    outcome.textContent = problem.message || texts.failed;
    outcome.className = 'error';
  }
  busy(false);
}

async function answer(response) {
  const body = await response.json().catch(() => null);
  if (!response.ok) {
    throw new Error(body?.detail ?? texts.failed);
  }
  return body;
}

function busy(is) {
  progress.hidden = !is;
  form.elements.preview.disabled = is;
  if (is) {
    form.elements.commit.disabled = true;
  }
}

function show(result, text) {
  outcome.className = '';
  outcome.textContent = text;
  errors.hidden = result.errors.length === 0;
  download.hidden = errors.hidden;
  errors.tBodies[0].replaceChildren(...result.errors.map(error => {
    const row = document.createElement('tr');
    for (const [value, className] of [[error.row ?? '', 'num'], [error.field ?? '', ''], [error.message, '']]) {
      const cell = document.createElement('td');
      cell.textContent = value;
      cell.className = className;
      row.append(cell);
    }
    return row;
  }));
  const quoted = value => `"${String(value ?? '').replaceAll('"', '""')}"`;
  const lines = result.errors.map(error => [error.row, error.field, error.message].map(quoted).join(','));
  download.href = URL.createObjectURL(new Blob(['\uFEFF' + ['row,field,message', ...lines].join('\n')], {type: 'text/csv'}));
}

form.addEventListener('submit', event => {
  event.preventDefault();
  run('preview');
});
form.elements.commit.addEventListener('click', () => run('commit'));
for (const name of ['file', 'kind', 'dialect']) {
  form.elements[name].addEventListener('change', () => form.elements.commit.disabled = true);
}
