// How pictures and dossier share the middle; remembered on this device. Until somebody chooses: the presenter large while one is heard,
// else the dossier.
const kept = 'aumg-layout';

export function chosenLayout() {
  try { return localStorage.getItem(kept); } catch { return null; }
}

export function chooseLayout(layout) {
  try { localStorage.setItem(kept, layout); } catch { /* lasts as long as the page */ }
}

export function layoutNow(wish) {
  return wish ?? chosenLayout() ?? (document.querySelector('[data-tile][data-role=presenter]') ? 'speaker' : 'dossier');
}
