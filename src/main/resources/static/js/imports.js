// The import page: check a file, or what another system has; see what is wrong with it, take it over once nothing is.
const token = document.querySelector('meta[name="csrf-token"]').content;
const language = document.documentElement.lang;
const headers = {'X-XSRF-TOKEN': token, Accept: 'application/json', 'Accept-Language': language};
const fill = (text, ...values) => values.reduce((result, value, i) => result.replace(`{${i}}`, value), text);
const number = value => value.toLocaleString(language);
const kinds = Object.fromEntries([...document.querySelectorAll('[data-import="file"] option')].map(one => [one.value, one.text]));

const requests = {
  file(form, mode) {
    const body = new FormData();
    body.append('file', form.elements.file.files[0]);
    const path = `${form.elements.kind.value}?mode=${mode}&dialect=${form.elements.dialect.value}&async=true`;
    return fetch(`/api/v1/imports/${path}`, {method: 'POST', headers, body});
  },
  pull(form, mode) {
    return fetch(`/api/v1/imports/${form.elements.kind.value}/pull?mode=${mode}&async=true`, {method: 'POST', headers});
  }
};

function watch(section) {
  const texts = section.dataset;
  const form = section.querySelector('form');
  const progress = section.querySelector('progress');
  const outcome = section.querySelector('.outcome');
  const errors = section.querySelector('.errors');
  const download = section.querySelector('.download');

  async function run(mode) {
    busy(true);
    show([], '');
    try {
      let job = await answer(await requests[texts.import](form, mode));
      while (job.state === 'RUNNING') {
        outcome.textContent = job.rowsRead || !texts.wait ? fill(texts.rows, number(job.rowsRead)) : texts.wait;
        await new Promise(resolve => setTimeout(resolve, 500));
        job = await answer(await fetch(`/api/v1/imports/jobs/${job.id}`, {headers}));
      }
      const clean = job.state === 'DONE';
      show(job.result.errors, clean
        ? fill(mode === 'commit' ? texts.done : texts.clean, number(job.result.rows), counts(job.result))
        : wrong(job.result));
      outcome.className = `outcome ${clean ? 'good' : 'error'}`;
      form.elements.commit.disabled = !(clean && mode === 'preview');
    } catch (problem) {
      outcome.textContent = problem.message || texts.failed;
      outcome.className = 'outcome error';
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

  const counts = result => Object.entries(result.rowsByKind).map(([kind, rows]) => `${number(rows)} ${kinds[kind]}`).join(', ');

  // If nothing could be read, there is one error, which says it all. Else it is the kind read last that was wrong.
  function wrong(result) {
    const [kind, rows] = Object.entries(result.rowsByKind).pop() ?? [];
    return kind ? fill(texts.dirty, number(result.rejected), number(rows), kinds[kind]) : result.errors.pop().message;
  }

  function busy(is) {
    progress.hidden = !is;
    form.elements.preview.disabled = is;
    if (is) {
      form.elements.commit.disabled = true;
    }
  }

  function show(found, text) {
    outcome.className = 'outcome';
    outcome.textContent = text;
    errors.hidden = found.length === 0;
    download.hidden = errors.hidden;
    const rows = found.map(error => [error.record ?? error.row ?? '', error.field ?? '', error.message]);
    errors.tBodies[0].replaceChildren(...rows.map(values => {
      const row = document.createElement('tr');
      row.append(...values.map(value => Object.assign(document.createElement('td'), {textContent: value})));
      return row;
    }));
    const quoted = value => `"${String(value).replaceAll('"', '""')}"`;
    const lines = rows.map(values => values.map(quoted).join(','));
    download.href = URL.createObjectURL(new Blob(['\uFEFF' + ['row,field,message', ...lines].join('\n')], {type: 'text/csv'}));
  }

  form.addEventListener('submit', event => {
    event.preventDefault();
    run('preview');
  });
  form.elements.commit.addEventListener('click', () => run('commit'));
  form.addEventListener('change', () => form.elements.commit.disabled = true);
}

document.querySelectorAll('[data-import]').forEach(watch);
