// The hand-over page: follows a running reconciliation, and ticks all differences at once.
const run = document.getElementById('run');

async function follow() {
  const answer = await fetch('/api/v1/reconciliation', {headers: {Accept: 'application/json'}}).catch(() => null);
  const now = answer?.ok ? await answer.json() : null;
  if (now?.finishedAt) {
    location.reload();
    return;
  }
  if (now) {
    run.textContent = run.dataset.text.replace('{0}', now.checked).replace('{1}', now.total);
  }
  setTimeout(follow, 1000);
}

if (run.dataset.running === 'true') {
  follow();
}

const table = document.getElementById('differences');
table?.tHead.querySelector('input').addEventListener('change', event => {
  table.querySelectorAll('input[name=chosen]').forEach(box => box.checked = event.target.checked);
});
