// Printing needs the browser; without this file its own menu does the same.
(() => {
  const start = () => document.querySelectorAll('[data-print]').forEach((button) => { button.hidden = false; });
  document.addEventListener('click', (event) => {
    if (event.target.closest('[data-print]')) window.print();
  });
  document.addEventListener('DOMContentLoaded', start);
  document.addEventListener('htmx:afterSettle', start);
})();
