// The plan editor saves each section two seconds after the last key. Whatever leaves the page waits until that is done.
(() => {
  const page = document.querySelector('.plan-columns');
  if (!page || !window.htmx) return; // without htmx each section has its own button
  const unsent = new Set(), sending = new Set();
  let held = null;
  const typed = event => {
    const form = event.target.closest('form[hx-post]');
    if (form) unsent.add(form);
  };
  page.addEventListener('input', typed);
  page.addEventListener('change', typed);
  page.addEventListener('htmx:beforeRequest', event => { unsent.delete(event.target); sending.add(event.target); });
  page.addEventListener('htmx:afterRequest', event => {
    sending.delete(event.target);
    if (!event.detail.xhr.status) { unsent.add(event.target); held = null; }
    if (held && !unsent.size && !sending.size) {
      const {form, button} = held;
      held = null;
      (button || form.querySelector('button:not([type=button])')).click();
    }
  });
  page.addEventListener('submit', event => {
    unsent.delete(event.target); // it carries its own words
    if (!unsent.size && !sending.size) return;
    event.preventDefault();
    event.stopPropagation();
    held = {form: event.target, button: event.submitter};
    unsent.forEach(form => form.dispatchEvent(new CustomEvent('plan:now')));
  }, true);
})();
