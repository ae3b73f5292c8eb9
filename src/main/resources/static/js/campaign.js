// The campaign page while a campaign is being started: shows how far it has come, without a reload.
const period = new URLSearchParams(location.search).get('period') ?? document.querySelector('select[name="period"]')?.value;

async function follow() {
  while (document.getElementById('standing')?.dataset.running === 'true') {
    await new Promise(resolve => setTimeout(resolve, 1000));
    const answer = await fetch(`/campaign/standing?period=${encodeURIComponent(period)}`).catch(() => null);
    if (answer?.redirected || answer?.status === 401) {
      return location.reload();
    }
    if (answer?.ok) {
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('standing');
      document.getElementById('standing').replaceWith(fresh);
      const running = fresh.dataset.running === 'true';
      document.getElementById('begin').hidden = running;
      document.getElementById('cancel').hidden = !running;
    }
  }
}

follow();
