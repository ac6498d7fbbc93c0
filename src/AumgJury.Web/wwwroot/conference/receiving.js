// Receives what the server offers, one connection for everybody. Each offer says whose is which line of it.
import { connect, describe, onLost } from './peers.js';

export class Receiving {
  // changed(feeds): Map of "seat/source" to { seat, source, track }, after every offer.
  constructor(room, signal, changed, lost) {
    this.epoch = room.epoch;
    this.signal = signal;
    this.changed = changed;
    this.pc = connect(room);
    this.feeds = new Map();
    onLost(this.pc, lost);
  }

  async take({ number, sdp, streams }) {
    await this.pc.setRemoteDescription({ type: 'offer', sdp });
    const answer = await describe(this.pc, this.pc.createAnswer);
    if (this.pc.signalingState === 'closed') return;
    const lines = new Map(this.pc.getTransceivers().map(t => [t.mid, t]));
    this.feeds = new Map();
    for (const { mid, seat, source } of streams) {
      const line = lines.get(mid);
      if (line && line.currentDirection !== 'inactive' && line.currentDirection !== 'stopped') {
        this.feeds.set(`${seat}/${source}`, { seat, source, track: line.receiver.track });
      }
    }
    this.changed(this.feeds);
    await this.signal({ type: 'answer', epoch: this.epoch, number, sdp: answer });
  }

  close() {
    this.pc.close();
    this.feeds.clear();
    this.changed(this.feeds);
  }
}
