// Two rising notes, made here: no file to fetch, and nothing to fail when the network is slow.
const wish = 'aumg-bell';
const notes = [[587.33, 0], [880, 0.28]];
let audio;
let again;

// A browser lets a page sound only after a press: the first one anywhere on the page is taken.
for (const kind of ['pointerdown', 'keydown']) addEventListener(kind, wake, { passive: true });

function wake() {
  try {
    audio ??= new AudioContext();
    if (audio.state === 'suspended') audio.resume();
  } catch {
    // Without sound the words and the tab's title remain.
  }
}

export function mount(root) {
  const box = root.querySelector('[data-bell]');
  box.checked = localStorage.getItem(wish) !== 'off';
  box.addEventListener('change', () => {
    localStorage.setItem(wish, box.checked ? 'on' : 'off');
    if (!box.checked) hush();
  });
}

export function unmount() {
}

export function tryOut() {
  wake();
  play();
}

// Rings at once, then twice more.
export function ring() {
  hush();
  if (localStorage.getItem(wish) === 'off') return;
  let left = 2;
  play();
  again = setInterval(() => {
    play();
    if (--left === 0) hush();
  }, 6000);
}

export function hush() {
  again = clearInterval(again);
}

function play() {
  wake();
  if (!audio) return;
  for (const [pitch, delay] of notes) {
    const start = audio.currentTime + delay;
    const tone = audio.createOscillator();
    const level = audio.createGain();
    tone.frequency.value = pitch;
    level.gain.setValueAtTime(0, start);
    level.gain.linearRampToValueAtTime(0.3, start + 0.03);
    level.gain.exponentialRampToValueAtTime(0.001, start + 0.6);
    tone.connect(level).connect(audio.destination);
    tone.start(start);
    tone.stop(start + 0.65);
  }
}
