// Two kinds of links that must not go through the circuit: skip links, and those that need a whole new page.
document.addEventListener('click', event => {
  const link = event.target.closest?.('a[data-skip], a[data-whole-page]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  event.stopPropagation();
  if (link.dataset.wholePage !== undefined) location.assign(link.href);
  else goTo(link.hash.slice(1));
}, true);

function goTo(id) {
  const target = document.getElementById(id);
  if (!target) return;
  target.dispatchEvent(new CustomEvent('reveal-pane', { bubbles: true }));
  const control = target.dataset.skipTo && target.querySelector(target.dataset.skipTo);
  const focus = control || target;
  if (!control && !target.hasAttribute('tabindex')) target.tabIndex = -1;
  focus.focus();
}
