// Keys for the list and the task. Everything they do can be done without them; the dialog says which there are and switches them off.
(() => {
  const OFF = 'qipan.keys.off';
  const dialog = document.querySelector('dialog[data-keys]');
  if (!dialog) return;
  const list = document.getElementById('worklist');

  // A private window may refuse to remember: then the keys stay on.
  const remembered = () => { try { return localStorage.getItem(OFF) === '1'; } catch { return false; } };
  const remember = off => { try { if (off) localStorage.setItem(OFF, '1'); else localStorage.removeItem(OFF); } catch { /* not kept */ } };

  const writes = element => Boolean(element.closest('input, textarea, select, [contenteditable]:not([contenteditable="false"])'));
  const rows = () => [...document.querySelectorAll('#worklist .worklist-row-link')];

  function move(step) {
    const all = rows(), at = all.indexOf(document.activeElement);
    const current = at >= 0 ? at : all.findIndex(row => row.hasAttribute('aria-current'));
    const next = current < 0 ? (step > 0 ? 0 : all.length - 1) : current + step;
    if (!all[next]) return false;
    all[next].focus();
    all[next].scrollIntoView({block: 'nearest'});
    return true;
  }

  function search() {
    const field = document.querySelector('.worklist-filter input[name="text"]');
    if (!field) return false;
    const more = field.closest('details');
    if (more) more.open = true;
    field.focus();
    field.select();
    return true;
  }

  function submit(next) {
    const form = document.querySelector('form.task-work');
    const button = form && form.querySelector(next ? 'button[name="next"]' : 'button.btn-primary');
    if (!button || !button.getClientRects().length) return false;
    button.click();
    return true;
  }

  function show() {
    if (!dialog.open) dialog.showModal();
    return true;
  }

  function act(event) {
    const inList = Boolean(list && list.contains(event.target));
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.altKey) {
      // In a form that is not the task's own the key would send another form than the one somebody types in.
      const form = event.target.closest('form');
      return (!form || form.matches('.task-work')) && submit(event.shiftKey);
    }
    if (event.ctrlKey || event.metaKey || event.altKey || writes(event.target)) return false;
    if (inList && event.key === 'ArrowDown') return move(1);
    if (inList && event.key === 'ArrowUp') return move(-1);
    if (remembered()) return false;
    switch (event.key) {
      case 'j': return move(1);
      case 'k': return move(-1);
      case '/': return search();
      case '?': case '？': return show();
      default: return false;
    }
  }

  document.addEventListener('keydown', event => {
    // While an input method composes, every key belongs to it; 229 is what older browsers say instead.
    if (event.defaultPrevented || event.isComposing || event.keyCode === 229 || dialog.open || !(event.target instanceof Element)) return;
    if (act(event)) event.preventDefault();
  });

  const off = dialog.querySelector('[data-keys-off]');
  off.checked = remembered();
  off.addEventListener('change', () => remember(off.checked));
  document.querySelectorAll('[data-keys-show]').forEach(button => {
    button.hidden = false;
    button.addEventListener('click', show);
  });
})();
