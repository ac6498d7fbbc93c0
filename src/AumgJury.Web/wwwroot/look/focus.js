// Where the focus goes when the control that had it disappears or can no longer be used: from a question back to what opened it,
// within a part that keeps its reader (data-focus-home) to what opened there or to its title, else to the title of the page, which says the phase. It never moves because somebody else acted, and a click beside everything
// is left alone.
let last; // the element that had the focus
let opener; // of the question in which it is
let home; // the part of the page that keeps the reader when one of its own controls goes away

document.addEventListener('focusin', event => {
  const asked = event.target.closest('dialog');
  if (!asked) opener = undefined;
  else if (!last?.closest('dialog')) opener = last;
  last = event.target;
  home = last.closest('[data-focus-home]');
});

// A component may place the focus itself (a question, a form): it is given a moment to do so.
const patience = 120; // ms
let waiting;
new MutationObserver(() => {
  if (!last || !isLost()) return;
  clearTimeout(waiting);
  waiting = setTimeout(place, patience);
}).observe(document.body, { subtree: true, childList: true, attributeFilter: ['hidden', 'disabled', 'class', 'style', 'data-pane', 'open', 'inert'] });

function isLost() {
  const now = document.activeElement;
  if (now && now !== document.body) return false;
  return isGone(last);
}

function isGone(element) {
  return !element.isConnected || element.matches(':disabled') || element.closest('[inert]') !== null || element.getClientRects().length === 0;
}

function place() {
  if (!last || !isLost()) return;
  if (opener && !isGone(opener)) {
    opener.focus();
    return;
  }

  // The form that took the control's place, else the part's own title: the page stays where it is read.
  const stay = home && !isGone(home) ? home.querySelector('[data-focus-first]') ?? home.querySelector('[tabindex="-1"]') : undefined;
  if (stay && !isGone(stay)) {
    stay.focus({ preventScroll: stay.dataset.focusFirst === undefined });
    return;
  }

  const title = document.querySelector('main h1');
  if (!title) return; // the next page is on its way: its own title comes with the next change
  if (!title.hasAttribute('tabindex')) title.tabIndex = -1;
  // One title after another, as when a page opens: no control was lost.
  title.toggleAttribute('data-placed', last.localName !== 'h1' || last.hasAttribute('data-placed'));
  title.focus();
}
