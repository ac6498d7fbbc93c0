// Brings what was typed to the server: at once or after a pause, one at a time for each criterion so that the newest is the
// last, again when no answer came. A repeat of the same value changes nothing there, so sending twice is harmless.
import { keyOf, put, get, sent, drop, take, keys } from './pending.js';

const again = 5000, patience = 10000; // ms

// keep(item): asks the server, promises { outcome: 'kept' | 'refused' | 'later', hour }.
// settled(item, answer): the item is on disk, or will never be; changed(): the words about saving may differ.
export function keeper(seat, keep, settled, changed) {
  const timers = new Map();
  const sending = new Map();
  const hours = new Map();
  let cut = false, late = false;

  // field: which one was changed. Those that wait already go with it; of an item that does not say, all do.
  // read: what was on disk, as this page has read it; of a field that waits already its first reading counts, and what an earlier page left stays old.
  function add(item, field, delay, read) {
    const key = keyOf(seat, item);
    const before = get(key);
    const first = Object.fromEntries((before?.read ? before.fields ?? [] : []).map(waits => [waits, before.read[waits]]));
    item = { ...item, read: { ...read, ...first }, sent: before?.sent, old: before?.old };
    put(key, before && !before.fields ? item : { ...item, fields: [...new Set([...before?.fields ?? [], field])] });
    clearTimeout(timers.get(key));
    if (delay > 0) timers.set(key, setTimeout(() => send(key), delay));
    else send(key);
    changed();
  }

  function send(key) {
    clearTimeout(timers.get(key));
    if (cut || !get(key)) return sending.get(key) ?? Promise.resolve();
    if (sending.has(key)) return sending.get(key).then(() => send(key));
    const asked = ask(key, get(key)).finally(() => {
      if (sending.get(key) === asked) sending.delete(key);
      changed();
    });
    sending.set(key, asked);
    return asked;
  }

  async function ask(key, item) {
    let answer;
    sent(key);
    try {
      answer = await Promise.race([keep(item), new Promise((_, fail) => setTimeout(fail, patience))]);
    } catch {
      answer = { outcome: 'later' }; // cut off, or no answer: whether it is on disk is not known
    }
    late = answer.outcome === 'later';
    if (late) {
      clearTimeout(timers.get(key));
      timers.set(key, setTimeout(() => send(key), again));
      return;
    }
    if (answer.outcome === 'kept') hours.set(item.dossier, answer.hour);
    const newest = get(key) === item;
    if (newest) drop(key);
    else if (answer.outcome === 'kept') forget(key, item);
    settled(item, answer, newest);
    if (!newest) queueMicrotask(() => send(key));
  }

  // What is on disk as it stands here is not sent again with what was changed since: another device may have changed it after us.
  function forget(key, kept) {
    const item = get(key);
    if (!item?.fields || !kept.fields) return;
    const left = item.fields.filter(field => !kept.fields.includes(field) || item[field] !== kept[field]);
    if (left.length > 0) put(key, { ...item, fields: left });
  }

  const sendAll = () => Promise.all(keys(seat).map(send));

  return {
    add,
    sendAll,
    now: item => send(keyOf(seat, item)),
    pending: item => get(keyOf(seat, item)),
    take: () => { take(seat); },

    // Everything is on disk: true; or something is not.
    async flush() {
      for (let tries = 0; tries < 3 && keys(seat).length > 0 && !cut; tries++) await sendAll();
      return keys(seat).length === 0;
    },

    connection(isCut) {
      const back = cut && !isCut;
      cut = isCut;
      if (back) { sending.clear(); sendAll(); }
      changed();
    },

    state: () => cut ? 'offline' : keys(seat).length === 0 ? 'saved' : late ? 'later' : 'saving',

    // When something of this dossier was last acknowledged.
    hour: dossier => hours.get(dossier),
    close: () => timers.forEach(clearTimeout),
  };
}
