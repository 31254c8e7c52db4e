// Shared behaviour. Pages work without it; it saves round trips.
(() => {
  const csrf = document.querySelector('meta[name="_csrf"]');
  document.addEventListener('htmx:configRequest', event => {
    if (csrf) event.detail.headers[csrf.dataset.header] = csrf.content;
  });
  // A second click on a button whose form is on its way does nothing.
  document.addEventListener('submit', event => {
    const form = event.target;
    if (form.dataset.sent) { event.preventDefault(); return; }
    if (form.method === 'post') form.dataset.sent = '1';
  });
  window.addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach(form => delete form.dataset.sent));
  document.addEventListener('htmx:afterRequest', event => { if (event.target.dataset) delete event.target.dataset.sent; });
  document.addEventListener('click', event => {
    if (event.target.closest('[data-print]')) window.print();
  });
})();
