// Nothing of this seat stays on a shared computer: drafts that waited, choices of the page. Only after a real leave, which left its mark
// in this tab (LeaveDevice.razor.js): an address that somebody else made up erases nothing.
const leaving = 'aumg-leaving';
const seat = document.getElementById('parti').dataset.seat;
if (seat && sessionStorage.getItem(leaving) === seat) {
  sessionStorage.removeItem(leaving);
  for (const store of [localStorage, sessionStorage]) {
    for (const key of Object.keys(store)) {
      if (key.split(':').includes(seat)) store.removeItem(key);
    }
  }
}
