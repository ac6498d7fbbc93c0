// Escape closes the sheet and gives the focus back; a press beside it closes it.
let gone;

export function mount(sheet) {
  gone = new AbortController();
  addEventListener('keydown', event => {
    if (event.key !== 'Escape' || !sheet.open) return;
    sheet.open = false;
    sheet.querySelector('summary').focus();
  }, { signal: gone.signal });
  addEventListener('click', event => { if (sheet.open && !sheet.contains(event.target)) sheet.open = false; }, { signal: gone.signal });
}

export function unmount() {
  gone?.abort();
}
