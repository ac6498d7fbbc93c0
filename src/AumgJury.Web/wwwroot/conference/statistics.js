// What the server chooses bitrates from: this person's own link, up and down, since the last time.
export class LinkStatistics {
  #before = new Map();

  // pcs: the connections that send, and the one that receives. Losses are shares, from 0 to 1.
  async read(sending, receiving) {
    let rtt = 0;
    const up = { bytes: 0, lost: 0 };
    const down = { bytes: 0, lost: 0, packets: 0 };
    for (const pc of [...sending, receiving].filter(Boolean)) {
      for (const entry of (await pc.getStats()).values()) {
        if (entry.type === 'candidate-pair' && entry.nominated && entry.currentRoundTripTime) rtt = Math.max(rtt, entry.currentRoundTripTime * 1000);
        if (entry.type === 'outbound-rtp') up.bytes += this.#since(entry, 'bytesSent');
        if (entry.type === 'remote-inbound-rtp') up.lost = Math.max(up.lost, entry.fractionLost ?? 0);
        if (entry.type === 'inbound-rtp') {
          down.bytes += this.#since(entry, 'bytesReceived');
          down.lost += Math.max(0, this.#since(entry, 'packetsLost'));
          down.packets += this.#since(entry, 'packetsReceived');
        }
      }
    }
    const seconds = Math.max(0.5, (performance.now() - (this.#at ?? performance.now() - 3000)) / 1000);
    this.#at = performance.now();
    const kbps = bytes => Math.round(bytes * 8 / 1000 / seconds);
    return {
      roundTripMs: Math.round(rtt),
      lossUp: round(up.lost),
      lossDown: round(down.lost + down.packets > 0 ? down.lost / (down.lost + down.packets) : 0),
      kbpsUp: kbps(up.bytes),
      kbpsDown: kbps(down.bytes),
    };
  }

  #at;

  #since(entry, figure) {
    const key = `${entry.id}/${entry.ssrc}/${figure}`;
    const now = entry[figure] ?? 0;
    const before = this.#before.get(key) ?? 0;
    this.#before.set(key, now);
    return Math.max(0, now - before);
  }
}

const round = figure => Math.round(figure * 1000) / 1000;
