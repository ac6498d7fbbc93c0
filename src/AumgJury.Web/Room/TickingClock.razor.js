// One timer for all clocks of the page. The server's "now" is anchored when it arrives, so that a computer
// whose own clock is wrong shows the sitting's hour all the same.
const clocks = new Map();
let timer;

export function set(root, spec) {
  if (!root) return;
  clocks.set(root, { ...spec, anchor: Date.now() });
  paint(root, clocks.get(root));
  timer ??= setInterval(() => clocks.forEach((clock, element) => paint(element, clock)), 250);
}

export function drop(root) {
  clocks.delete(root);
  if (clocks.size === 0) timer = clearInterval(timer);
}

function paint(root, clock) {
  const now = clock.now + (Date.now() - clock.anchor) * clock.rate;
  const used = clock.stopped ?? now - clock.from;
  const left = (clock.length ?? 0) - used;
  const text = clock.face === 'TimeOfDay' ? hour(now, clock.french)
    : clock.face === 'Elapsed' ? lengthOf(used)
    : left >= 0 ? lengthOf(left) : `+${lengthOf(-left)}`;
  const figures = root.querySelector('[data-figures]');
  if (figures && figures.textContent !== text) figures.textContent = text;
  const over = clock.length != null && left < 0;
  root.toggleAttribute('data-over', over);
  const label = over ? clock.over : clock.label;
  if (root.getAttribute('aria-label') !== label) root.setAttribute('aria-label', label);
  const fill = root.querySelector('[data-fill]');
  if (fill) fill.style.width = `${Math.min(100, Math.max(0, 100 * used / clock.length)).toFixed(1)}%`;
}

const paris = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Paris', hour: 'numeric', minute: '2-digit', hourCycle: 'h23' });

// The same as Say.Hour and Say.Length.
function hour(instant, french) {
  const [h, m] = paris.format(instant).split(':');
  return french ? `${+h}\u202fh\u202f${m}` : `${+h}:${m}`;
}

function lengthOf(milliseconds) {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const two = figure => String(figure).padStart(2, '0');
  if (seconds < 60) return `${seconds}\u00a0s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)}\u00a0min\u00a0${two(seconds % 60)}`;
  return `${Math.floor(seconds / 3600)}\u00a0h\u00a0${two(Math.floor(seconds / 60) % 60)}`;
}
