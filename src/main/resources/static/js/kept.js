// A log-in that ends while somebody writes must not cost him his words. What is sent stays in this tab until its answer is here; if the
// answer is that the log-in is over, it is put back once he is signed in again. Signing out empties the storage (Clear-Site-Data).
(() => {
  const KEY = 'qipan.kept';
  // A private window may refuse to remember: then pages do what they do without this file.
  const read = () => { try { return JSON.parse(sessionStorage.getItem(KEY)); } catch (refused) { return null; } };
  const write = kept => { try { if (kept) sessionStorage.setItem(KEY, JSON.stringify(kept)); else sessionStorage.removeItem(KEY); } catch (refused) { /* not kept */ } };

  // Another person on this device must not find them.
  const person = () => { const posts = document.querySelector('.qp-posts'); return posts ? posts.textContent : ''; };
  const here = () => location.pathname + location.search;
  const fields = form => [...form.elements].filter(field =>
    field.name && field.matches('textarea, select, input') && !field.matches('[type=hidden], [type=file], [type=password], [type=submit]'));

  function keep(form, lost) {
    const values = fields(form).map(field => ({name: field.name, value: field.value, checked: Boolean(field.checked)}));
    if (values.some(value => value.value)) write({page: form.dataset.draftUrl || here(), action: form.getAttribute('action'), person: person(), values, lost});
  }

  function putBack(kept) {
    const form = [...document.forms].find(one => one.getAttribute('action') === kept.action);
    if (!form) return;
    const left = fields(form);
    kept.values.forEach(value => {
      const at = left.findIndex(field => field.name === value.name && (!field.matches('[type=radio], [type=checkbox]') || field.value === value.value));
      if (at < 0) return;
      const [field] = left.splice(at, 1);
      if (field.matches('[type=radio], [type=checkbox]')) field.checked = value.checked;
      else field.value = value.value;
    });
    const line = document.createElement('p');
    line.className = 'alert alert-info';
    line.setAttribute('role', 'status');
    line.textContent = document.body.dataset.kept;
    form.prepend(line);
    for (let part = form.parentElement; part; part = part.parentElement) if (part.tagName === 'DETAILS') part.open = true;
    form.dispatchEvent(new Event('input', {bubbles: true}));
  }

  const kept = read(), expired = document.querySelector('a[data-expired]');
  if (kept && expired) {
    expired.href = kept.page;
    write(Object.assign(kept, {lost: true}));
  } else if (kept && !kept.lost) {
    write(null);
  } else if (kept && kept.page === here()) {
    write(null);
    if (kept.person === person()) putBack(kept);
  }

  document.addEventListener('submit', event => { if (event.target.method === 'post' && !event.defaultPrevented) keep(event.target, false); });
  document.addEventListener('htmx:beforeOnLoad', event => {
    const form = event.target.closest && event.target.closest('form');
    if (form && form.method === 'post' && [401, 403].includes(event.detail.xhr.status)) keep(form, true);
  });
})();
