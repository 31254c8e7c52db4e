// What a browser adds to the pages for residents. Every page works without it; nothing is ever stored here.
(() => {
  const texts = () => [...document.querySelectorAll('[data-words] li')].map((li) => li.textContent);
  const one = (mark) => {
    const found = document.querySelector(mark);
    return found ? found.textContent : '';
  };

  // the page is replaced, so that "back" does not lead to it
  const leave = (link) => {
    document.querySelectorAll('form').forEach((form) => form.reset());
    document.querySelectorAll('textarea, input[type=text], input[type=tel], input[type=email]').forEach((field) => { field.value = ''; });
    document.body.hidden = true;
    location.replace(link.href);
  };

  const save = (button) => {
    const file = new Blob([texts().join(' ') + '\n' + one('[data-code]') + '\n' + one('[data-pin]') + '\n'], {type: 'text/plain'});
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = button.dataset.save;
    link.click();
    URL.revokeObjectURL(link.href);
  };

  const speak = (button) => {
    speechSynthesis.cancel();
    const words = [button.dataset.speak, ...texts(), [...one('[data-pin]')].join(' ')];
    words.forEach((word) => {
      const said = new SpeechSynthesisUtterance(word);
      said.lang = 'zh-CN';
      said.rate = 0.8;
      speechSynthesis.speak(said);
    });
  };

  document.addEventListener('click', (event) => {
    const hit = (mark) => event.target.closest(mark);
    if (hit('[data-leave]')) { event.preventDefault(); leave(hit('[data-leave]')); }
    if (hit('[data-print]')) print();
    if (hit('[data-save]')) save(hit('[data-save]'));
    if (hit('[data-speak]')) speak(hit('[data-speak]'));
  });

  // three times Escape leaves, too
  let escapes = [];
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    escapes = [...escapes, event.timeStamp].filter((at) => event.timeStamp - at < 2000);
    const link = document.querySelector('[data-leave]');
    if (escapes.length > 2 && link) leave(link);
  });

  document.addEventListener('change', (event) => {
    const files = event.target.closest('[data-most]');
    if (!files) return;
    const size = [...files.files].reduce((sum, file) => sum + file.size, 0);
    const large = size > Number(files.dataset.most);
    document.querySelector('[data-too-large]').hidden = !large;
    files.setCustomValidity(large ? document.querySelector('[data-too-large]').textContent : '');
  });

  document.addEventListener('DOMContentLoaded', () => {
    document.querySelectorAll('[data-print], [data-save]').forEach((button) => { button.hidden = false; });
    document.querySelectorAll('[data-speak]').forEach((button) => { button.hidden = !('speechSynthesis' in window); });
    const alert = document.querySelector('[role=alert]:not([hidden])');
    if (alert) alert.scrollIntoView({block: 'center'});
  });
})();
