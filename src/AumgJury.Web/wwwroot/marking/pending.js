// What was typed and is not yet on the server's disk. It is kept in this browser from the moment it changes until the
// server has acknowledged it, one entry a criterion or note, under its seat, so that leaving can erase all of a seat's.
const memory = new Map(); // the truth of this page; a private window may refuse to store
const start = seat => `aumg:${seat}:`;

export const keyOf = (seat, item) => `${start(seat)}${item.dossier}/${item.round}/${item.criterion}`;

// No field holds as much; what a script put there would be refused at every try and keep the page from its rest.
const longest = 10000;
const sendable = text => text.slice(0, longest).toWellFormed();

export function put(key, item) {
  item = { ...item, text: sendable(item.text) };
  memory.set(key, item);
  try { localStorage.setItem(key, JSON.stringify(item)); } catch { /* lasts as long as the page */ }
}

// It is on its way: without an answer it may be on disk all the same, and is then no other device's.
export function sent(key) {
  const item = memory.get(key);
  item.sent = { mark: item.mark, text: item.text, reason: item.reason };
  try { localStorage.setItem(key, JSON.stringify(item)); } catch { /* lasts as long as the page */ }
}

export const get = key => memory.get(key);

export function drop(key) {
  memory.delete(key);
  try { localStorage.removeItem(key); } catch { /* nothing was stored */ }
}

// What an earlier page of this seat left behind joins what this one holds; what this one holds is newer. It is marked as old: another device may have
// changed the same field since, and then it is shown instead of taken.
export function take(seat) {
  for (const key of stored(seat)) {
    if (memory.has(key)) continue;
    const item = read(key);
    if (item) memory.set(key, { ...item, old: true });
    else drop(key);
  }
  return keys(seat);
}

export const keys = seat => [...memory.keys()].filter(key => key.startsWith(start(seat)));

// Leaving a shared computer: nothing of this seat stays.
export function forget(seat) {
  for (const key of new Set([...keys(seat), ...stored(seat)])) drop(key);
}

function stored(seat) {
  try { return Object.keys(localStorage).filter(key => key.startsWith(start(seat))); } catch { return []; }
}

function read(key) {
  try {
    const item = JSON.parse(localStorage.getItem(key));
    const good = typeof item.dossier === 'string' && typeof item.criterion === 'string' && Number.isInteger(item.round) && typeof item.text === 'string'
      && (item.mark === null || (Number.isInteger(item.mark) && item.mark >= 0 && item.mark <= 5))
      && (item.reason === null || typeof item.reason === 'string')
      && (item.fields === undefined || (Array.isArray(item.fields) && item.fields.every(field => ['mark', 'text', 'reason'].includes(field))));
    return good ? { ...item, text: sendable(item.text) } : null;
  } catch {
    return null;
  }
}
