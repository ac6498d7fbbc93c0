// Panes on a phone, the names beside the rail, the browser's own colour, and the sign that falls during a cut. All of it works without the server.
const watchers = new WeakMap();

export function mount(root) {
  root.addEventListener('click', event => {
    const tab = event.target.closest('[data-show]');
    if (tab) show(root, tab.dataset.show);
    const names = event.target.closest('[data-names]');
    if (names) unfold(names);
    const more = event.target.closest('[data-more]');
    if (more) unfold(more);
  });
  root.addEventListener('keydown', event => {
    const more = event.key === 'Escape' && event.target.closest('.bottom')?.querySelector('[data-more][aria-expanded=true]');
    // A sheet that is open in the bar closes first.
    if (!more || event.target.closest('details[open]')) return;
    unfold(more);
    more.focus();
  });
  root.addEventListener('reveal-pane', event => {
    const part = event.target.closest('[data-part]');
    if (part) show(root, part.dataset.part);
  });
  const watcher = new MutationObserver(() => paint(root));
  watcher.observe(root, { attributeFilter: ['data-state', 'data-cut'] });
  watcher.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  const notice = document.getElementById('components-reconnect-modal');
  const cutter = new MutationObserver(() => cut(root, notice));
  if (notice) cutter.observe(notice, { attributeFilter: ['data-shown'] });
  watchers.set(root, [watcher, cutter]);
  paint(root);
}

export function unmount(root) {
  if (root) watchers.get(root)?.forEach(watcher => watcher.disconnect());
}

function unfold(button) {
  button.setAttribute('aria-expanded', String(button.getAttribute('aria-expanded') !== 'true'));
}

function show(root, pane) {
  root.dataset.pane = pane;
  for (const tab of root.querySelectorAll('[data-show]')) {
    if (tab.dataset.show === pane) tab.setAttribute('aria-current', 'true');
    else tab.removeAttribute('aria-current');
  }
}

// A closed room that is not seen to be closed is not said to be: the page knows of the cut before anybody can tell it.
function cut(root, notice) {
  const lost = notice.dataset.shown !== undefined;
  if (lost === (root.dataset.cut !== undefined)) return;
  const words = root.querySelector('[data-cut-words]');
  words.textContent = lost ? words.dataset.cutWords : '';
  // Its text is changed, not replaced: the server goes on writing into this very text.
  const title = [...document.querySelector('title')?.childNodes ?? []].find(node => node.nodeType === Node.TEXT_NODE);
  if (lost) {
    root.dataset.cut = title?.data ?? '';
    if (title) title.data = words.dataset.cutTab;
  } else {
    if (title?.data === words.dataset.cutTab) title.data = root.dataset.cut;
    delete root.dataset.cut;
  }
}

function paint(root) {
  const colour = getComputedStyle(root).getPropertyValue('--edge').trim();
  document.querySelector('meta[name=theme-color]')?.setAttribute('content', colour);
}
