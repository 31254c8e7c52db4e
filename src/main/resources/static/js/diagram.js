// Draws courses of processes. The list below each drawing says the same in words.
(() => {
  if (window.diagrams) return; // two drawings on one page bring two copies of this script
  window.diagrams = true;

  // Loaded before the viewer: it writes style attributes, which the content policy forbids; the same through the object model is allowed.
  const inner = Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML');
  Object.defineProperty(Element.prototype, 'innerHTML', {
    ...inner,
    set(html) {
      inner.set.call(this, String(html).replace(/\sstyle="/g, ' data-style="'));
      this.querySelectorAll('[data-style]').forEach(element => {
        element.style.cssText = element.dataset.style;
        element.removeAttribute('data-style');
      });
    },
  });
  for (const [name, at] of [['setAttribute', 0], ['setAttributeNS', 1]]) {
    const set = Element.prototype[name];
    Element.prototype[name] = function (...given) {
      if (given[at] === 'style') this.style.cssText = given[at + 1];
      else set.apply(this, given);
    };
  }

  async function draw(box) {
    const viewer = new window.BpmnJS({container: box});
    await viewer.importXML(box.querySelector('textarea').value);
    const canvas = viewer.get('canvas'), known = viewer.get('elementRegistry'), overlays = viewer.get('overlays');
    const marks = kind => [...box.querySelectorAll(`[data-${kind}]`)].filter(mark => known.get(mark.dataset.node));
    marks('done').forEach(mark => canvas.addMarker(mark.dataset.node, 'diagram-done'));
    marks('active').forEach(mark => {
      canvas.addMarker(mark.dataset.node, 'diagram-active');
      const token = document.createElement('span');
      token.className = 'diagram-token';
      token.textContent = mark.textContent;
      overlays.add(mark.dataset.node, {position: {top: -12, right: 12}, html: token});
    });
    canvas.zoom('fit-viewport');
  }
  document.addEventListener('DOMContentLoaded', () => document.querySelectorAll('[data-diagram]').forEach(draw));
})();
