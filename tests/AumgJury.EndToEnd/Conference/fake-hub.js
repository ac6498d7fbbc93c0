// Stands in the place of conference/hub.js: the other side of the contract, inside the page. Real connections, no server, so that the
// page can be shown every moment of a conference. A test drives it through globalThis.fakeConference.
const fake = globalThis.fakeConference ??= { opened: 0, signals: [], away: false, me: { microphone: 'allowed', camera: 'allowed', share: 'allowed' } };

export async function open(closed) {
  if (fake.away) throw new Error('Nobody answers.');
  fake.opened++;
  fake.openedAt = performance.now();
  const server = new Server(closed);
  return {
    media(frame, end) {
      fake.server = server;
      server.frame = frame;
      server.end = end;
      if (fake.start) fake.start(server);
      else server.room();
    },
    test(relay, frame) {
      server.frame = frame;
      server.mirrors = true;
      if (fake.test?.(relay, server)) return;
      server.room({ ice: relay ? [{ urls: ['turn:127.0.0.1:9'], username: 'a', credential: 'b' }] : [], relay: false });
    },
    signal: signal => server.signal(signal),
    close: async () => server.close(),
  };
}

class Server {
  #number = 0;
  #incoming = new Map();
  #outgoing;

  constructor(closed) {
    this.closed = closed;
    this.epoch = `${Date.now()}-${fake.opened}`;
    this.feeds = [];
  }

  room(patch = {}) {
    this.frame({ type: 'room', epoch: this.epoch, ice: [], relay: false, me: fake.me, send: { height: 360, frameRate: 15, kbps: 500 }, ...patch });
    if (!this.mirrors) setTimeout(() => this.everybody(), 50);
  }

  // The same room, other rights.
  rights(me) {
    Object.assign(fake.me, me);
    this.frame({ type: 'room', epoch: this.epoch, ice: [], relay: false, me: fake.me, send: { height: 360, frameRate: 15, kbps: 500 } });
  }

  // Everybody who has a tile sends picture and sound.
  async everybody(without = fake.without ?? []) {
    const host = document.querySelector('[data-conference], .conference');
    const seats = [...new Set([...document.querySelectorAll('[data-tile]')].map(t => t.dataset.tile))].filter(seat => seat !== host?.dataset.seat);
    this.people(seats.map((seat, i) => ({ seat, microphone: i % 3 !== 1, camera: !without.includes(seat), screen: false, quality: ['good', 'good', 'fair', 'good', 'poor'][i % 5], audioOnly: false })));
    await this.offer(seats.flatMap((seat, i) => [
      { seat, source: 'microphone', track: voice() },
      ...without.includes(seat) ? [] : [{ seat, source: 'camera', track: portrait(i) }],
    ]));
  }

  people(list) {
    this.list = list;
    this.frame({ type: 'people', people: list });
  }

  tell(seat, patch) {
    this.people([...this.list.filter(p => p.seat !== seat), { seat, microphone: true, camera: true, screen: false, quality: 'good', audioOnly: false, ...this.list.find(p => p.seat === seat), ...patch }]);
  }

  async share(seat) {
    this.tell(seat, { screen: true });
    await this.offer([{ seat, source: 'screen', track: slide() }]);
  }

  async offer(feeds) {
    this.#outgoing ??= new RTCPeerConnection();
    this.feeds.push(...feeds.map(feed => ({ ...feed, line: this.#outgoing.addTransceiver(feed.track, { direction: 'sendonly' }) })));
    await this.#outgoing.setLocalDescription();
    await gathered(this.#outgoing);
    this.frame({ type: 'offer', epoch: this.epoch, number: ++this.#number, sdp: this.#outgoing.localDescription.sdp, streams: this.feeds.map(f => ({ mid: f.line.mid, seat: f.seat, source: f.source })) });
  }

  async signal(signal) {
    fake.signals.push({ ...signal, sdp: Boolean(signal.sdp), at: performance.now() });
    switch (signal.type) {
      case 'publish': {
        if (fake.deaf) return { refusal: { name: 'MediaUnavailable' } };
        const pc = new RTCPeerConnection();
        this.#incoming.get(signal.source)?.close();
        this.#incoming.set(signal.source, pc);
        // What comes back is made here: a sound that is received and not played is not passed on by this browser.
        const came = [];
        pc.addEventListener('track', event => came.push(event.track));
        await pc.setRemoteDescription({ type: 'offer', sdp: signal.sdp });
        await pc.setLocalDescription();
        await gathered(pc);
        if (this.mirrors) setTimeout(() => this.offer(came.map(({ kind }) => kind === 'audio' ? { seat: 'self', source: 'microphone', track: voice() } : { seat: 'self', source: 'camera', track: portrait(0) })), 200);
        return { sdp: pc.localDescription.sdp };
      }
      case 'answer':
        if (this.#outgoing.signalingState === 'have-local-offer') await this.#outgoing.setRemoteDescription({ type: 'answer', sdp: signal.sdp });
        return {};
      default:
        return {};
    }
  }

  // Packets that came from the page's own camera and microphone so far, and whether they carry a voice.
  async received(source = 'camera') {
    const sum = { audio: 0, video: 0, voice: 0 };
    for (const entry of (await this.#incoming.get(source)?.getStats() ?? new Map()).values()) {
      if (entry.type !== 'inbound-rtp') continue;
      sum[entry.kind] += entry.packetsReceived;
      if (entry.kind === 'audio') sum.voice = entry.totalAudioEnergy ?? 0;
    }
    return sum;
  }

  cut() {
    this.close();
    this.end();
  }

  close() {
    for (const pc of this.#incoming.values()) pc.close();
    this.#outgoing?.close();
    this.closed();
  }
}

const gathered = pc => new Promise(done => {
  if (pc.iceGatheringState === 'complete') return done();
  pc.addEventListener('icegatheringstatechange', () => pc.iceGatheringState === 'complete' && done());
});

function voice() {
  const context = new AudioContext();
  const tone = context.createOscillator();
  const out = context.createMediaStreamDestination();
  tone.connect(out);
  tone.start();
  return out.stream.getAudioTracks()[0];
}

// Somebody against a wall: enough to judge a tile by.
function portrait(i) {
  const [canvas, pen] = easel();
  const wall = ['#8aa0b8', '#b7a58c', '#93a88f', '#a795a8', '#9a9a8f', '#7f97a3'][i % 6];
  const skin = ['#e8c4a2', '#c99672', '#8d5f43', '#f0d3b8', '#b97f5c'][i % 5];
  return painted(canvas, tick => {
    pen.fillStyle = wall;
    pen.fillRect(0, 0, 640, 360);
    pen.fillStyle = ['#2f3b52', '#51363d', '#37463b', '#3d3d45'][i % 4];
    pen.beginPath();
    pen.ellipse(320, 400, 190, 160, 0, 0, 7);
    pen.fill();
    pen.fillStyle = skin;
    pen.beginPath();
    pen.ellipse(320 + Math.sin(tick / 9) * 3, 165, 72, 92, 0, 0, 7);
    pen.fill();
    pen.fillStyle = ['#3b2a20', '#6d6a66', '#1d1a18', '#8a5a33'][i % 4];
    pen.beginPath();
    pen.ellipse(320 + Math.sin(tick / 9) * 3, 110, 78, 52, 0, Math.PI, 0);
    pen.fill();
  });
}

function slide() {
  const [canvas, pen] = easel();
  return painted(canvas, tick => {
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, 640, 360);
    pen.fillStyle = '#1b3f8b';
    pen.fillRect(40, 40, 400, 28);
    pen.fillStyle = '#666';
    for (let row = 0; row < 7; row++) pen.fillRect(40, 100 + row * 30, 520 - (row * 37) % 160, 10);
    pen.fillRect(600, 340, tick % 8, 4);
  });
}

function easel() {
  const canvas = document.createElement('canvas');
  canvas.width = 640;
  canvas.height = 360;
  return [canvas, canvas.getContext('2d')];
}

function painted(canvas, paint) {
  let tick = 0;
  paint(0);
  setInterval(() => paint(++tick), 200);
  return canvas.captureStream(5).getVideoTracks()[0];
}
