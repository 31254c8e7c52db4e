// The list works without this. On a desk it opens a task beside the list; while the page is seen it shows what is new.
(() => {
  const list = document.getElementById('worklist'), panel = document.getElementById('task-panel');
  const wide = window.matchMedia('(min-width: 1200px)');
  if (!list || !window.htmx) return; // htmx asks for a newer browser than this file does

  // 1. List and task side by side.
  function open(link) {
    list.querySelectorAll('[aria-current]').forEach(row => row.removeAttribute('aria-current'));
    link.setAttribute('aria-current', 'true');
    const row = link.closest('.worklist-row');
    row.classList.remove('worklist-row-unread');
    const mark = row.querySelector('.worklist-unread');
    if (mark) mark.remove();
    history.replaceState(history.state, '', '#task-' + link.dataset.panel);
    htmx.ajax('GET', link.getAttribute('href'), {target: '#task-panel', select: '#task', swap: 'innerHTML'}).then(() => panel.focus());
  }
  document.addEventListener('click', event => {
    const link = event.target.closest('#worklist a[data-panel]');
    if (!link || !panel || !wide.matches || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(link);
  });
  const asked = location.hash.match(/^#task-(\d+)$/);
  const first = asked && list.querySelector('a[data-panel="' + asked[1] + '"]');
  if (first && panel && wide.matches) window.addEventListener('load', () => open(first));

  // 2. What is new. One connection, and only while somebody looks.
  let events = null, timer = 0, version = '"' + list.dataset.version + '"';
  // Whoever stands on a row stands on it after the list was fetched again.
  let held = null, ticked = [];
  const ticks = () => [...list.querySelectorAll('.worklist-pick')];
  list.addEventListener('htmx:beforeSwap', () => { ticked = ticks().filter(box => box.checked).map(box => box.value); });
  list.addEventListener('htmx:afterSwap', () => ticks().forEach(box => { box.checked = ticked.includes(box.value); }));
  list.addEventListener('htmx:beforeSwap', () => { held = list.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null; });
  list.addEventListener('htmx:afterSwap', () => {
    const again = held && [...list.querySelectorAll('a[href]')].find(link => link.getAttribute('href') === held);
    if (again) again.focus();
    held = null;
  });
  const refresh = () => htmx.ajax('GET', list.dataset.url, {target: '#worklist', select: '#worklist > *', swap: 'innerHTML'});
  async function poll() {
    try {
      const answer = await fetch('/worklist/version', {headers: {'If-None-Match': version}, credentials: 'same-origin', redirect: 'manual'});
      // Signed out: the next thing somebody presses leads to the log-in.
      if (answer.type === 'opaqueredirect') stop();
      if (answer.status === 200) {
        version = answer.headers.get('ETag') || version;
        refresh();
      }
    } catch { /* away from the network: asked again */ }
  }
  function start() {
    if (events || timer) return;
    poll();
    events = new EventSource('/worklist/changes?since=' + version.replace(/\D/g, ''));
    events.addEventListener('changed', event => { version = '"' + event.data + '"'; refresh(); });
    events.onerror = () => {
      if (events && events.readyState === EventSource.CLOSED) { events = null; timer = setInterval(poll, 2000); }
    };
  }
  function stop() {
    if (events) events.close();
    clearInterval(timer);
    events = null;
    timer = 0;
  }
  document.addEventListener('visibilitychange', () => (document.hidden ? stop() : start()));
  window.addEventListener('pagehide', stop);
  if (!document.hidden) start();
})();
