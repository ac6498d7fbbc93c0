// Function keys only: no letter or digit acts on the whole page, and AltGr stays free on AZERTY.
const hold = 400; // ms: beyond it F2 is held, not pressed
let stop;

export function mount(root, page) {
  const box = root.querySelector('[data-keys-switch]');
  box.checked = read() !== 'off';
  const gone = new AbortController();
  stop = () => gone.abort();
  const listen = (type, handler) => addEventListener(type, handler, { signal: gone.signal });
  // The microphone's keys act in the page itself (conference/room.js): they work at once, and also during a cut.
  const tell = act => {
    dispatchEvent(new CustomEvent('room-key', { detail: act }));
    page.invokeMethodAsync('KeyAsync', act).catch(() => { /* cut off: the key is lost, as said by the notice */ });
  };
  let down, talking = false;

  box.addEventListener('change', () => write(box.checked ? 'on' : 'off'), { signal: gone.signal });

  const release = pressed => {
    clearTimeout(down);
    if (talking) tell('hush');
    else if (down && pressed) tell('microphone');
    down = undefined;
    talking = false;
  };

  listen('keydown', event => {
    if (!box.checked || event.ctrlKey || event.altKey || event.metaKey || (event.key !== 'F2' && event.key !== 'F8')) return;
    event.preventDefault();
    if (event.repeat) return;
    if (event.key === 'F8') event.shiftKey ? document.querySelector('[data-primary-act]')?.focus() : tell('say');
    else if (event.shiftKey) tell('hand');
    else down ??= setTimeout(() => { talking = true; tell('talk'); }, hold);
  });
  listen('keyup', event => { if (event.key === 'F2') release(true); });
  listen('blur', () => release(false)); // another window took the focus: nobody talks on by accident
}

export function unmount() {
  stop?.();
}

function read() {
  try { return localStorage.getItem('room-keys'); } catch { return null; }
}

function write(value) {
  try { localStorage.setItem('room-keys', value); } catch { /* lasts as long as the page */ }
}
