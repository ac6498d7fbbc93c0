// The one large button changes its words under the hand: after "Conclure" it moves somebody out. A double click and a key held
// down are one press, so that the second half of them is no second act. And a press is meant for the words that are seen: on a slow
// link they are painted long after the server changed them, so one press of the same words is enough until the answer is seen, and
// new words rest for a moment. <html data-act-rests> while they do.
const resting = 600;
const patience = 1500; // an answer that is not seen, such as a jump within the page, holds the button no longer
const page = document.documentElement;
const isAct = event => event.target.closest?.('[data-primary-act]');
let words = null;
let pressed = null;
let rest = 0;

addEventListener('click', event => {
  const act = isAct(event);
  if (!act) return;
  look();
  if (event.detail > 1 || page.hasAttribute('data-act-rests') || (pressed && performance.now() - pressed.at < patience)) stop(event);
  else if (act.getAttribute('aria-disabled') !== 'true' && act.getAttribute('aria-haspopup') !== 'dialog') pressed = { at: performance.now(), begun: false };
}, true);
addEventListener('keydown', event => { if (event.repeat && (event.key === 'Enter' || event.key === ' ') && isAct(event)) stop(event); }, true);
new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['data-busy'] });
look();

// What stands there now: new words rest, and an act that was under way and is no longer has been answered.
function look() {
  const act = document.querySelector('[data-primary-act]');
  if (!act) return;
  const now = said(act);
  if (now !== words) {
    if (words !== null) settle();
    words = now;
    pressed = null;
  }
  if (!pressed) return;
  const busy = act.closest('.primary').hasAttribute('data-busy');
  if (busy) pressed.begun = true;
  else if (pressed.begun) pressed = null;
}

// Without the words of its progress, which are another element's.
function said(act) {
  return [...act.querySelectorAll('*'), act].flatMap(e => e.closest('.progress') ? [] : [...e.childNodes].filter(n => n.nodeType === Node.TEXT_NODE)).map(n => n.data.trim()).join('');
}

function settle() {
  page.setAttribute('data-act-rests', '');
  clearTimeout(rest);
  rest = setTimeout(() => page.removeAttribute('data-act-rests'), resting);
}

function stop(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}
