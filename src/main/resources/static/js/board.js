// The board keeps itself current and copies its reminder. Everything is on the page without it.
(() => {
  const live = document.getElementById('board-live');
  let tag = null;
  let asking = false;
  const refresh = async () => {
    if (asking || document.visibilityState !== 'visible' || live.contains(document.activeElement) && document.activeElement.matches('textarea')) return;
    asking = true;
    try {
      const answer = await fetch(live.dataset.live, { headers: tag ? { 'If-None-Match': tag } : {}, cache: 'no-store', redirect: 'error' });
      if (answer.status === 200) {
        const ticked = new Set([...live.querySelectorAll('input[name="parts"]:checked')].map(box => box.value));
        const focus = document.activeElement && document.activeElement.value;
        const opened = [...live.querySelectorAll('details')].map(part => part.open);
        if (tag !== null || answer.headers.get('ETag')) {
          const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
          live.textContent = '';
          live.append(...fresh.body.childNodes);
          live.querySelectorAll('input[name="parts"]').forEach(box => {
            box.checked = ticked.has(box.value);
            if (focus && box.value === focus) box.focus();
          });
          live.querySelectorAll('details').forEach((part, n) => { part.open = Boolean(opened[n]); });
        }
        tag = answer.headers.get('ETag');
      }
    } catch (unreachable) {
      tag = null;
    } finally {
      asking = false;
    }
  };
  if (live) setInterval(refresh, 2000);

  document.addEventListener('click', async event => {
    const button = event.target.closest('[data-copy]');
    if (!button) return;
    const text = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(text.value);
    } catch (notAllowed) {
      text.focus();
      text.select();
      document.execCommand('copy');
    }
    button.textContent = button.dataset.copied;
  });
})();
