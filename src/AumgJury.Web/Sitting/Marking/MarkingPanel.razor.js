// The grid's inputs belong to the browser: a mark or a word stays as it was typed whatever the circuit does. Blazor only
// says, in data-kept-*, what is on disk.
import { keeper } from '../../marking/keeper.js';
import { press } from '../../marking/keys.js';
export { forget } from '../../marking/pending.js';

const afterArrow = 500, afterText = 600; // ms
let panel; // the one on the page

export function mount(root, page, seat, id) {
  panel?.gone.abort();
  const gone = new AbortController();
  const keeping = keeper(seat, item => page.invokeMethodAsync('KeepAsync', item), settled, say);
  panel = { root, id, keeping, gone };
  const on = (type, handler, target = root) => target.addEventListener(type, handler, { signal: gone.signal });
  let arrow = false;

  on('keydown', event => { arrow = event.key.startsWith('Arrow'); press(event); });
  on('pointerdown', () => { arrow = false; });
  on('change', event => { if (event.target.matches('input, select')) changed(itemOf(event.target), event.target.matches('select') ? 'reason' : 'mark', arrow ? afterArrow : 0); });
  on('input', event => { if (event.target.matches('textarea')) changed(itemOf(event.target), 'text', afterText); });
  on('focusout', event => {
    if (!itemOf(event.target)?.contains(event.relatedTarget)) leave(itemOf(event.target));
    // What another device wrote meanwhile waited for this: the field has its focus until the event is over.
    if (event.target.matches('textarea')) queueMicrotask(restore);
  });
  on('click', event => { fold(event.target); clear(event.target); });
  on('focusin', event => anchor(event.target));
  on('pointerover', event => anchor(event.target));

  const notice = document.getElementById('components-reconnect-modal');
  if (notice) on('components-reconnect-state-changed', event => connection(event.detail.state !== 'hide'), notice);
  on('online', () => keeping.sendAll(), window);

  const watcher = new MutationObserver(() => { restore(); top(); });
  watcher.observe(root, { subtree: true, childList: true, attributeFilter: ['data-kept-mark', 'data-kept-text', 'data-kept-reason', 'data-kept-at'] });
  gone.signal.addEventListener('abort', () => { watcher.disconnect(); keeping.close(); });

  keeping.take();
  restore();
  top();
  keeping.sendAll();
}

// Another dossier's grid opens at its first criterion, and what is revealed at its figures: not where the former was left.
function top() {
  const revealed = panel?.root.querySelector('[data-revealed]')?.dataset;
  const shown = revealed ? `${revealed.revealed}/${revealed.rounds}` : panel?.root.querySelector('[data-grid]')?.dataset.dossier;
  if (!shown || shown === panel.shown) return;
  const work = panel.shown === undefined ? null : panel.root.closest('.work');
  panel.shown = shown;
  if (work) work.scrollTop = 0;
}

// The panel goes: what waits is sent first. Another panel may be there already.
export async function unmount(id) {
  await flush();
  if (panel?.id !== id) return;
  panel.gone.abort();
  panel = undefined;
}

// True when everything typed is on disk: before submitting, and before leaving.
export const flush = () => panel ? panel.keeping.flush() : Promise.resolve(true);

export function goTo(criterion) {
  const row = panel?.root.querySelector(`[data-item="${CSS.escape(criterion)}"]`);
  if (!row) return;
  row.dispatchEvent(new CustomEvent('reveal-pane', { bubbles: true }));
  const reason = row.querySelector('[data-reason]:not([hidden]) select');
  (reason && !reason.value ? reason : row.querySelector('input:checked') ?? row.querySelector('input')).focus();
}

const itemOf = element => element.closest('[data-item]');
const gridOf = element => element.closest('[data-grid]');

function identity(element) {
  const { dossier, round } = gridOf(element).dataset;
  const criterion = element.dataset.item;
  return { dossier, round: criterion === 'note' ? 0 : +round, criterion };
}

// One field was changed here; what the others hold may be another device's, and is not sent as ours.
function changed(element, field, delay) {
  if (!element) return;
  paint(element);
  const mark = element.querySelector('input:checked');
  const reason = element.querySelector('[data-reason]:not([hidden]) select')?.value;
  panel.keeping.add({ ...identity(element), mark: mark ? +mark.value : null, text: element.querySelector('textarea').value, reason: reason || null }, field, delay, readOf(element));
}

// What this page knows to be on disk.
function readOf({ dataset: { keptMark, keptText, keptReason } }) {
  return { mark: keptMark ? +keptMark : null, text: keptText ?? '', reason: keptReason || null };
}

function leave(element) {
  if (element) panel.keeping.now(identity(element));
}

// On disk, the new value is the kept one, before Blazor says so; refused, what is on disk comes back.
function settled(item, { outcome }, newest) {
  const ours = holds(item);
  if (outcome === 'kept') {
    for (const element of panel?.root.querySelectorAll('[data-item]') ?? []) {
      const its = identity(element);
      if (its.dossier !== item.dossier || its.round !== item.round || its.criterion !== item.criterion) continue;
      if (ours('mark')) set(element, 'keptMark', item.mark);
      if (ours('text')) set(element, 'keptText', item.text);
      if (ours('reason')) set(element, 'keptReason', item.reason);
    }
  }
  if (newest) restore();
}

function set(element, name, value) {
  if (value === null) delete element.dataset[name];
  else element.dataset[name] = value;
}

function connection(isCut) {
  panel.root.toggleAttribute('data-offline', isCut);
  panel.keeping.connection(isCut);
}

// What is typed and not acknowledged wins over what is on disk; a field in which somebody types is left alone.
function restore() {
  for (const element of panel?.root.querySelectorAll('[data-item]') ?? []) {
    const item = panel.keeping.pending(identity(element));
    const ours = holds(item);
    const { keptMark, keptText, keptReason } = element.dataset;
    const mark = ours('mark') ? item.mark : keptMark ? +keptMark : null;
    for (const radio of element.querySelectorAll('input[type=radio]')) radio.checked = +radio.value === mark;
    const text = element.querySelector('textarea');
    const words = ours('text') ? item.text : keptText ?? '';
    if (text.value !== words && (ours('text') || document.activeElement !== text)) text.value = words;
    const reason = element.querySelector('select');
    if (reason) reason.value = (ours('reason') ? item.reason : keptReason) ?? '';
    paint(element);
  }
  say();
}

// Whether a field of what waits to be kept was changed here; what an earlier page left behind does not say, and is all of it.
const holds = item => field => item !== undefined && (item.fields?.includes(field) ?? true);

function paint(element) {
  const text = element.querySelector('textarea').value;
  const counter = element.querySelector('[data-counter]');
  write(counter, `${text.length} / ${counter.dataset.counter}`);
  element.querySelector('[data-fold]')?.toggleAttribute('data-filled', text !== '');
  const reason = element.querySelector('[data-reason]');
  const mark = element.querySelector('input:checked')?.value;
  if (reason) reason.hidden = mark === undefined || mark === element.dataset.first;
}

function fold(target) {
  const button = target.closest('[data-fold]');
  if (!button) return;
  const open = button.getAttribute('aria-expanded') !== 'true';
  button.setAttribute('aria-expanded', String(open));
  const body = itemOf(button).querySelector('[data-folded]');
  body.hidden = !open;
  if (open) body.querySelector('textarea').focus();
}

function clear(target) {
  const mark = target.closest('[data-clear]') && itemOf(target).querySelector('input:checked');
  if (!mark) return;
  mark.checked = false;
  changed(itemOf(mark), 'mark', 0);
  // The button goes with the mark: the focus stays in the row.
  mark.focus();
}

// The anchor of the mark under the focus or the pointer, on the one line kept for it.
function anchor(target) {
  const radio = target.closest('label')?.querySelector('input[type=radio]');
  const line = radio && gridOf(radio).querySelector('[data-anchor]');
  if (!line) return;
  const places = [itemOf(radio).dataset.item, radio.value, radio.labels[0].querySelector('.unseen').textContent];
  write(line, line.dataset.words.replace(/\{(\d)\}/g, (_, place) => places[place]));
}

function say() {
  for (const line of panel?.root.querySelectorAll('[data-save]') ?? []) {
    const state = panel.keeping.state();
    const hour = panel.keeping.hour(gridOf(line).dataset.dossier) ?? line.dataset.keptAt;
    line.dataset.state = state;
    write(line, state !== 'saved' ? line.dataset[state] : hour ? line.dataset.saved.replace('{0}', hour) : '');
  }
}

// Only what differs: the page watches its own changes.
function write(element, words) {
  if (element.textContent !== words) element.textContent = words;
}
