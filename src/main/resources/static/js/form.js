// Forms work without this. It saves what is typed, asks the server which questions to show, and uploads in place.
(() => {
  const WAIT = 2000, LARGEST = 20 * 1024 * 1024;
  const csrf = document.querySelector('meta[name="_csrf"]');

  function send(url, method, body, type) {
    const headers = {'X-Requested-With': 'fetch'};
    if (csrf) headers[csrf.dataset.header] = csrf.content;
    if (type) headers['Content-Type'] = type;
    return fetch(url, {method, body, headers, credentials: 'same-origin', redirect: 'manual'});
  }

  function inputs(form) {
    return [...new FormData(form)].filter(([name, value]) => typeof value === 'string' && name !== '_csrf' && name !== 'idempotencyKey');
  }

  // 1. Drafts: saved two seconds after the last key.
  document.querySelectorAll('form[data-draft]').forEach(form => {
    const line = document.querySelector('[data-draft-status]');
    let timer = 0, unsaved = false;
    const tell = text => { if (line && text) line.textContent = text; };
    const tellOf = state => tell(line && line.dataset[state]);
    async function save() {
      const values = {};
      inputs(form).forEach(([name, value]) => { values[name] = (values[name] || []).concat(value); });
      const url = new URL(form.dataset.draftUrl || location.href, location.href);
      url.searchParams.delete('draft');
      const body = JSON.stringify({title: form.dataset.draftTitle || document.title, url: url.pathname + url.search, values});
      unsaved = false;
      try {
        const answer = await send('/drafts/' + encodeURIComponent(form.dataset.draft), 'PUT', body, 'application/json');
        if (answer.ok || answer.status === 422) tell((await answer.json()).text);
        else tellOf(answer.type === 'opaqueredirect' || [401, 403].includes(answer.status) ? 'expired' : 'failed');
        unsaved = unsaved || !answer.ok;
      } catch {
        unsaved = true;
        tellOf('offline');
      }
    }
    const later = () => { unsaved = true; clearTimeout(timer); timer = setTimeout(save, WAIT); };
    form.addEventListener('input', later);
    form.addEventListener('change', later);
    form.addEventListener('submit', () => { clearTimeout(timer); unsaved = false; });
    window.addEventListener('online', () => { if (unsaved) save(); });
    window.addEventListener('beforeunload', event => { if (unsaved) event.preventDefault(); });
  });

  // 2. Questions: the server decides, what is already on the page stays as it is.
  const own = root => [...root.querySelectorAll('[data-box]')].filter(box => box.parentElement.closest('[data-box]') === root.closest('[data-box]'));

  function merge(root, fresh) {
    const wanted = own(fresh), ids = new Set(wanted.map(box => box.id));
    own(root).filter(box => !ids.has(box.id)).forEach(box => box.remove());
    let last = null;
    wanted.forEach(box => {
      const here = document.getElementById(box.id);
      if (here) { merge(here, box); last = here; return; }
      const first = own(root)[0], place = root.querySelector('fieldset') || root;
      if (last) last.after(box); else if (first) first.before(box); else place.append(box);
      last = box;
      ready(box);
    });
  }

  async function preview(root, extra) {
    const form = root.closest('form');
    const body = new URLSearchParams(inputs(form));
    extra.forEach(([name, value]) => body.append(name, value));
    const answer = await send(form.dataset.preview || root.dataset.preview, 'POST', body);
    if (!answer.ok && answer.status !== 422) throw new Error(answer.status);
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(root.id);
    if (!fresh) throw new Error('no form');
    return fresh;
  }

  function failed(root) {
    const line = document.querySelector('[data-draft-status]');
    if (line) line.textContent = root.dataset.failed;
  }

  document.addEventListener('change', async event => {
    const root = event.target.closest('.qp-form[data-conditional="true"]');
    if (!root || event.target.type === 'file') return;
    try { merge(root, await preview(root, [['_refresh', '1']])); } catch { failed(root); }
  });

  document.addEventListener('click', async event => {
    const button = event.target.closest('.qp-form button[name="_add"], .qp-form button[name="_remove"]');
    if (!button) return;
    event.preventDefault();
    const root = button.closest('.qp-form'), box = button.closest('.qp-list').closest('[data-box]');
    try {
      const fresh = (await preview(root, [[button.name, button.value]])).querySelector('#' + CSS.escape(box.id));
      box.replaceWith(fresh);
      ready(fresh);
      const rows = fresh.querySelectorAll('.qp-row');
      const last = button.name === '_add' ? rows[rows.length - 1] : null;
      const target = last && last.querySelector('input:not([type=hidden]), select, textarea');
      (target || fresh.querySelector('.qp-list')).focus();
      root.closest('form').dispatchEvent(new Event('input'));
    } catch { failed(root); }
  });

  // 3. Files.
  async function upload(picker, label) {
    const status = picker.querySelector('[data-upload-status]'), input = label.querySelector('input'), file = input.files[0];
    if (!file) return;
    if (file.size > LARGEST) { status.textContent = label.dataset.large; input.value = ''; return; }
    status.textContent = label.dataset.busy.replace('{0}', file.name);
    const body = new FormData();
    body.append('file', file);
    body.append('field', label.dataset.name);
    try {
      const answer = await send('/files', 'POST', body);
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const entry = page.querySelector('[data-file]');
      if (answer.ok && entry) picker.querySelector('[data-files]').append(entry);
      const said = page.querySelector('[data-upload-answer]');
      status.textContent = (said && said.textContent) || label.dataset.failed;
      picker.closest('form').dispatchEvent(new Event('input', {bubbles: true}));
    } catch { status.textContent = label.dataset.failed; }
    input.value = '';
  }

  const known = new WeakSet(); // htmx announces the page as loaded once more: a second listener would upload twice

  function ready(root) {
    root.querySelectorAll('[data-without-script]').forEach(element => { element.hidden = true; });
    root.querySelectorAll('[data-upload]').forEach(label => {
      label.hidden = false;
      if (known.has(label)) return;
      known.add(label);
      // Choosing a file is no answer yet: what saves by itself on every change would fetch the section anew while the file is under way.
      label.querySelector('input').addEventListener('input', event => event.stopPropagation());
      label.querySelector('input').addEventListener('change', event => {
        event.stopPropagation();
        upload(label.closest('fieldset'), label);
      });
    });
  }

  ready(document);
  document.addEventListener('htmx:load', event => ready(event.target));
  const errors = document.querySelector('[data-errors]');
  if (errors) errors.focus();
})();
