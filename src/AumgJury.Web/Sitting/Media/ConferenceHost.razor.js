// The conference's scripts are fetched when a person is first in the room, and let go of when the page is left.
let watcher, loaded;

export function mount(host) {
  watcher = new MutationObserver(() => follow(host));
  watcher.observe(host, { attributeFilter: ['data-wanted', 'data-seat'] });
  follow(host);
}

async function follow(host) {
  const wanted = host.dataset.wanted === 'true';
  if (wanted) loaded ??= import('../../conference/room.js');
  const room = await loaded;
  if (host.dataset.wanted === 'true' && host.isConnected) room?.start(host);
  else room?.leave();
}

export async function unmount() {
  watcher?.disconnect();
  (await loaded)?.stop();
}
