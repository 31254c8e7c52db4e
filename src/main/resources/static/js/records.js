// The sheet of 记一笔 works without this file; it saves taps: steppers, only the fields a kind has, the toast that goes.
(() => {
  const form = (element) => element.closest('form[data-record]');

  const show = (sheet) => {
    const kind = sheet.querySelector('input[name=kind]:checked');
    const second = kind ? kind.dataset.second : undefined;
    const aggregate = Boolean(kind && kind.dataset.aggregate);
    sheet.querySelectorAll('[data-second-field]').forEach((field) => {
      field.hidden = !second;
      const label = field.querySelector('label');
      if (second && label) label.textContent = second;
      field.querySelectorAll('input').forEach((input) => { input.disabled = !second; });
    });
    sheet.querySelectorAll('[data-place]').forEach((field) => {
      field.hidden = aggregate;
      field.querySelectorAll('input, textarea').forEach((input) => { input.disabled = aggregate; });
    });
    sheet.querySelectorAll('[data-unit-of-measure]').forEach((unit) => {
      unit.textContent = kind ? kind.dataset.unit || '' : '';
    });
  };

  const start = (root) => {
    root.querySelectorAll('form[data-record]').forEach(show);
    root.querySelectorAll('[data-step]').forEach((button) => { button.hidden = false; });
    root.querySelectorAll('[data-toast]').forEach((toast) => setTimeout(() => toast.remove(), 10000));
  };

  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-step]');
    if (!button || !form(button)) return;
    const input = button.parentElement.querySelector('input');
    const next = Math.max(0, (Number(input.value) || 0) + Number(button.dataset.step));
    input.value = String(Math.round(next * 100) / 100);
  });
  document.addEventListener('change', (event) => {
    if (event.target.name === 'kind' && form(event.target)) show(form(event.target));
  });
  const stamp = (event) => {
    const at = event.target.querySelector && event.target.querySelector('[data-recorded-at]');
    if (at) at.value = String(Date.now());
  };
  document.addEventListener('submit', stamp, true);
  document.addEventListener('DOMContentLoaded', () => start(document));
  document.addEventListener('htmx:afterSettle', (event) => start(event.target.parentElement || document));
})();
