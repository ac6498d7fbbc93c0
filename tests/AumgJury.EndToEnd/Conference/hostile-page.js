// What a presenter's own browser may be made to do: no connection is ever closed, the socket to the house stays open, and every signal that
// the page said is said again, with guesses beside it.
globalThis.hostile = (() => {
  const kept = [], said = [], answers = [];
  let hub, number = 0, marked = [], over = 0;

  const RealConnection = globalThis.RTCPeerConnection;
  globalThis.RTCPeerConnection = class extends RealConnection {
    constructor(...given) { super(...given); kept.push(this); }
    close() { /* never */ }
  };

  const mark = '\x1e';
  const messages = data => String(data).split(mark).filter(Boolean).map(text => JSON.parse(text));
  const RealSocket = globalThis.WebSocket;
  globalThis.WebSocket = class extends RealSocket {
    constructor(...given) {
      super(...given);
      if (!String(given[0]).includes('/jury')) return;
      hub = this;
      this.addEventListener('message', event => {
        for (const m of messages(event.data)) {
          if (m.type === 3 && String(m.invocationId).startsWith('storm-')) answers.push(m.error ? 'error' : m.result?.refusal?.name ?? 'taken');
        }
      });
    }
    send(data) {
      if (this === hub) {
        for (const m of messages(data)) {
          if (m.type === 7) return; // the page's farewell: kept back
          if (m.type === 1 && m.target === 'Signal') said.push(m.arguments[0]);
        }
      }
      super.send(data);
    }
    close() { /* never: the server ends it */ }
  };

  const say = signal => RealSocket.prototype.send.call(hub, JSON.stringify({ type: 1, invocationId: `storm-${number++}`, target: 'Signal', arguments: [signal] }) + mark);
  const last = type => said.findLast(s => s.type === type);

  return {
    // Everything again: the publication, the answers to old offers, what is shown, at the epoch that was and at the next ones.
    burst(seats) {
      const epoch = last('publish')?.epoch ?? 0;
      for (const old of [last('publish'), last('answer'), ...said.filter(s => s.type === 'answer').slice(0, 2)].filter(Boolean)) {
        say(old);
        say({ ...old, epoch: epoch + 1 });
      }
      say({ type: 'show', epoch, tiles: seats.map(seat => ({ seat, source: 'camera', height: 720 })) });
      say({ type: 'subscribe', epoch, feed: '1' });
    },
    // Bursts one after the other, for so many milliseconds and until one is answered as those of somebody outside are.
    async storm(seats, time) {
      for (const begun = performance.now(); performance.now() < begun + time || !answers.includes('notInMedia');) {
        if (performance.now() > begun + 30_000) throw new Error('Nothing was ever refused to somebody outside.');
        this.burst(seats);
        await new Promise(done => setTimeout(done, 4));
      }
    },
    // The answers since the last time, once all are there.
    async heard(asked = number) {
      for (const begun = performance.now(); answers.length < asked;) {
        if (performance.now() > begun + 30_000) throw new Error(`Only ${answers.length} of ${asked} signals were answered.`);
        await new Promise(done => setTimeout(done, 20));
      }
      const all = answers.splice(0);
      number = 0;
      return all;
    },
    // Until a signal is read again: whoever said too much is not listened to for a while.
    async listenedTo() {
      for (const begun = performance.now(); performance.now() < begun + 30_000; await new Promise(done => setTimeout(done, 100))) {
        say({ type: 'subscribe', epoch: 0, feed: '1' });
        if (!(await this.heard()).includes('tooMany')) return;
      }
      throw new Error('Nothing is listened to any more.');
    },
    ready: () => Boolean(last('answer')) && hub?.readyState === 1,
    async mark() {
      marked = [...kept];
      over = said.length;
      return arrived(marked);
    },
    marked: () => arrived(marked),
    drop() {
      for (const pc of marked) { RealConnection.prototype.close.call(pc); kept.splice(kept.indexOf(pc), 1); }
      // What the page has said since belongs to its next entry.
      said.splice(0, over);
    },
    now: () => arrived(kept),
  };
})();
