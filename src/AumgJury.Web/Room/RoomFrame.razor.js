// Panes on a phone, the names beside the rail, and the browser's own colour. All of it works during a cut.
const watchers = new WeakMap();

export function mount(root) {
  root.addEventListener('click', event => {
    const tab = event.target.closest('[data-show]');
    if (tab) show(root, tab.dataset.show);
    const names = event.target.closest('[data-names]');
    if (names) names.setAttribute('aria-expanded', String(names.getAttribute('aria-expanded') !== 'true'));
  });
  root.addEventListener('reveal-pane', event => {
    const part = event.target.closest('[data-part]');
    if (part) show(root, part.dataset.part);
  });
  const watcher = new MutationObserver(() => paint(root));
  watcher.observe(root, { attributeFilter: ['data-state'] });
  watcher.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  watchers.set(root, watcher);
  paint(root);
}

export function unmount(root) {
  if (root) watchers.get(root)?.disconnect();
}

function show(root, pane) {
  root.dataset.pane = pane;
  for (const tab of root.querySelectorAll('[data-show]')) {
    if (tab.dataset.show === pane) tab.setAttribute('aria-current', 'true');
    else tab.removeAttribute('aria-current');
  }
}

function paint(root) {
  const colour = getComputedStyle(root).getPropertyValue('--edge').trim();
  document.querySelector('meta[name=theme-color]')?.setAttribute('content', colour);
}
