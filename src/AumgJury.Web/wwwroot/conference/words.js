// All words come from Blazor, once. An element with data-media="microphone" gets its state, and of the data-says inside only those
// of that state are shown; a button says aria-pressed. Painting the same state again changes nothing.
export function paint(states) {
  for (const element of document.querySelectorAll('[data-media]')) {
    const state = states[element.dataset.media];
    if (state === undefined) continue;
    if (element.dataset.state !== state) element.dataset.state = state;
    for (const words of element.querySelectorAll('[data-says]')) {
      if (words.closest('[data-media]') !== element) continue;
      const off = !words.dataset.says.split(' ').includes(state);
      if (words.hidden !== off) words.hidden = off;
    }
    if (element.dataset.pressedWhen !== undefined) set(element, 'aria-pressed', String(element.dataset.pressedWhen.split(' ').includes(state)));
    if (element.dataset.barredWhen !== undefined) set(element, 'aria-disabled', element.dataset.barredWhen.split(' ').includes(state) ? 'true' : null);
    if (element.dataset.goneWhen !== undefined) {
      const gone = element.dataset.goneWhen.split(' ').includes(state);
      if (element.hidden !== gone) element.hidden = gone;
    }
  }
}

function set(element, name, value) {
  if (value === null) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
