// Blazor tells this element what becomes of the circuit. A cut is said at once, and again after a while; if the
// server no longer knows the circuit, it is asked to resume it, and else the page is loaded anew.
const notice = document.getElementById('components-reconnect-modal');
const words = notice.querySelector('[data-words]');
let patience;
let looking;
let trying = false;
let paused = false;

notice.addEventListener('components-reconnect-state-changed', async ({ detail: { state } }) => {
  clearTimeout(patience);
  if (state === 'hide' || state === 'paused') looking = clearInterval(looking);
  if (state === 'hide') return say('');
  if (state === 'paused') return whenItIsBack();
  if (state === 'show' || state === 'retrying') {
    watch();
    if (!words.textContent) say(notice.dataset.trying);
    patience = setTimeout(() => say(notice.dataset.still), 15000);
  } else if (state === 'failed') {
    again();
  } else if (state === 'rejected') {
    await resume();
  } else if (state === 'resume-failed') {
    reload();
  }
});

// Back from a locked screen or another network: no waiting for the next attempt.
for (const sign of ['visibilitychange', 'online']) {
  (sign === 'online' ? window : document).addEventListener(sign, () => {
    if (notice.dataset.shown !== undefined && !paused && document.visibilityState === 'visible') again();
  });
}

function say(text) {
  words.textContent = text;
  notice.toggleAttribute('data-shown', text !== '');
}

async function again() {
  if (trying) return;
  trying = true;
  try {
    if (await Blazor.reconnect() === false) await resume();
    else back();
  } catch { /* no server yet: the next look finds it */
    watch();
  }
  trying = false;
}

function watch() {
  looking ??= setInterval(again, 5000);
}

// Blazor tells nobody of a connection that it finds open already, nor of a circuit that was resumed: all who wait for it hear it from here.
function back() {
  notice.dispatchEvent(new CustomEvent('components-reconnect-state-changed', { detail: { state: 'hide' } }));
}

// Resuming spends the state that the browser holds: only once a server is there to take it.
async function whenItIsBack() {
  say(notice.dataset.paused);
  paused = true;
  while (!await answers()) await new Promise(later => setTimeout(later, 1000));
  paused = false;
  await resume();
}

async function answers() {
  try {
    return (await fetch('look/icon.svg', { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}

async function resume() {
  try {
    if (await Blazor.resumeCircuit()) return back();
  } catch { /* a server that cannot resume: load the page anew */ }
  reload();
}

function reload() {
  say(notice.dataset.reload);
  location.reload();
}
