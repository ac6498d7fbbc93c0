// The lightest honest peers: WebRTC connections that send what a camera of 320x180 and a voice cost on the wire, and count what comes. Nothing is coded or decoded.
// A request is a line of JSON on the standard input ({ "seq", "id", "act", ... }), its answer a line on the standard output.
import { createInterface } from 'node:readline';
import nodeDataChannel from 'node-datachannel';

const { PeerConnection, Audio, Video } = nodeDataChannel;
const voice = { type: 111, clock: 960, bytes: 80 };
const camera = { type: 96, clock: 6000, bytes: 1100 };
const tick = 20;
const picture = 66;
const peers = new Map();
let base = 1000;

const gathered = pc => new Promise((done, fail) => {
  const local = () => pc.gatheringState() === 'complete' && done(pc.localDescription().sdp);
  pc.onGatheringStateChange(local);
  setTimeout(() => fail(new Error('nothing was gathered')), 10_000).unref();
  local();
});

// A packet's head: version 2, type, number, time, source; what follows it is filling.
function packet(kind, source, first) {
  const bytes = Buffer.alloc(12 + kind.bytes, 0x55);
  bytes[0] = 0x80;
  bytes[1] = kind.type | (kind === camera ? 0x80 : 0);
  bytes.writeUInt32BE(source, 8);
  first.copy(bytes, 12);
  return bytes;
}

// The library loses a connection in a hundred while it is made, with an error or without a word: whoever asked is told, and begins again.
async function connected(pc) {
  for (let i = 0; i < 500; i++) {
    const state = pc.state();
    if (state === 'connected') return;
    if (state === 'failed' || state === 'closed') throw new Error(`the connection is ${state}`);
    await new Promise(done => setTimeout(done, 20));
  }

  throw new Error('the connection does not stand');
}

class Line {
  constructor(track, kind, source) {
    this.track = track;
    this.kind = kind;
    this.number = 0;
    // VP8: the start of a partition, then a key frame of 320x180; Opus: 20 ms of a full band in mono.
    const first = kind === camera ? Buffer.from([0x10, 0x50, 0x22, 0x00, 0x9d, 0x01, 0x2a, 0x40, 0x01, 0xb4, 0x00]) : Buffer.from([0x78]);
    this.packet = packet(kind, source, first);
  }

  send() {
    if (!this.track.isOpen()) return 0;
    this.number += 1;
    this.packet.writeUInt16BE(this.number & 0xffff, 2);
    this.packet.writeUInt32BE((this.number * this.kind.clock) >>> 0, 4);
    return this.track.sendMessageBinary(this.packet) ? 1 : 0;
  }
}

class Peer {
  lines = [];
  tracks = [];
  counts = [];
  audio = 0;
  video = 0;
  last = 0;
  sent = 0;

  async publish() {
    this.out = new PeerConnection('out', { iceServers: [] });
    const source = (base += 2);
    const sound = new Audio('a', 'SendOnly');
    sound.addOpusCodec(voice.type);
    sound.addSSRC(source, 'peer', 'peer', 'a');
    const image = new Video('v', 'SendOnly');
    image.addVP8Codec(camera.type);
    image.addSSRC(source + 1, 'peer', 'peer', 'v');
    this.lines = [new Line(this.out.addTrack(sound), voice, source), new Line(this.out.addTrack(image), camera, source + 1)];
    this.out.setLocalDescription('Offer');
    return { sdp: await gathered(this.out) };
  }

  async published({ sdp }) {
    this.out.setRemoteDescription(sdp, 'Answer');
    await connected(this.out);
    return {};
  }

  async answer({ sdp }) {
    if (!this.in) {
      this.in = new PeerConnection('in', { iceServers: [] });
      this.in.onTrack(track => this.take(track));
    }

    this.in.setRemoteDescription(sdp, 'Offer');
    return { sdp: await gathered(this.in) };
  }

  take(track) {
    const kind = track.type();
    const own = { kind, packets: 0 };
    this.tracks.push(track);
    this.counts.push(own);
    track.onMessage(bytes => {
      // Types 192 to 223 are reports, not media.
      if (bytes[1] >= 192 && bytes[1] <= 223) return;
      this[kind] += 1;
      own.packets += 1;
      this.last = Date.now();
    });
  }

  close() {
    this.lines = [];
    this.counts = [];
    for (const pc of [this.out, this.in]) pc?.close();
    this.out = this.in = undefined;
    return {};
  }

  // Keeps every connection and whatever comes through it, as somebody does who does not want to go.
  count() {
    const each = kind => this.counts.filter(c => c.kind === kind).map(c => c.packets);
    return { audio: this.audio, video: this.video, last: this.last, sent: this.sent, sounds: each('audio'), pictures: each('video') };
  }
}

let ticks = 0;
setInterval(() => {
  ticks += 1;
  const frame = Math.floor(ticks * tick / picture) !== Math.floor((ticks - 1) * tick / picture);
  for (const peer of peers.values()) {
    for (const line of peer.lines) {
      if (line.kind === voice || frame) peer.sent += line.send();
    }
  }
}, tick);

createInterface({ input: process.stdin }).on('line', async text => {
  const request = JSON.parse(text);
  let answer;
  try {
    if (!peers.has(request.id)) peers.set(request.id, new Peer());
    answer = await peers.get(request.id)[request.act](request);
  } catch (fault) {
    answer = { fault: String(fault) };
  }

  process.stdout.write(`${JSON.stringify({ seq: request.seq, ...answer })}\n`);
}).on('close', () => process.exit(0));
