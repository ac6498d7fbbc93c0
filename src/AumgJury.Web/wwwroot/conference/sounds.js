// One player a voice. A browser may refuse to play before a press: then one button gives all sound.
export class Sounds {
  constructor(blocked) {
    this.blocked = blocked;
    this.players = new Map();
    this.silent = false;
  }

  play(feeds) {
    const wanted = new Map(feeds.map(f => [f.seat, f.track]));
    for (const [seat, player] of this.players) {
      if (player.srcObject?.getAudioTracks()[0] !== wanted.get(seat)) {
        player.srcObject = null;
        player.remove();
        this.players.delete(seat);
      }
    }
    for (const [seat, track] of wanted) {
      if (this.players.has(seat)) continue;
      const player = document.createElement('audio');
      player.autoplay = true;
      player.muted = this.silent;
      player.srcObject = new MediaStream([track]);
      player.dataset.voice = seat;
      document.body.append(player);
      this.players.set(seat, player);
      this.sendTo(player);
      this.start(player);
    }
  }

  silence(on) {
    this.silent = on;
    for (const player of this.players.values()) player.muted = on;
  }

  // The loudspeaker that was chosen, where a browser lets it be chosen.
  choose(sink) {
    this.sink = sink;
    for (const player of this.players.values()) this.sendTo(player);
  }

  // Called from a press.
  async unblock() {
    await Promise.all([...this.players.values()].map(player => this.start(player)));
  }

  sendTo(player) {
    if (this.sink && player.setSinkId) player.setSinkId(this.sink).catch(() => { /* gone: the browser's own */ });
  }

  start(player) {
    return player.play().then(() => this.blocked(false), fault => { if (fault.name === 'NotAllowedError') this.blocked(true); });
  }
}
