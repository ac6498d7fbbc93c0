// Nothing of this seat stays on a shared computer: drafts that waited, choices of the page.
const seat = document.getElementById('parti').dataset.seat;
if (seat) {
  for (const store of [localStorage, sessionStorage]) {
    for (const key of Object.keys(store)) {
      if (key.split(':').includes(seat)) store.removeItem(key);
    }
  }
}
