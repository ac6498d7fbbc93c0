// One's own screen, in a connection of its own. It ends by a press here, in the browser's own bar, or by the room.
import { Publishing } from './publishing.js';

export class Share {
  constructor(changed) {
    this.changed = changed;
  }

  get on() {
    return Boolean(this.track);
  }

  // Called from a press: the browser asks which window.
  async start(room, signal) {
    let stream;
    this.fault = undefined;
    try {
      stream = await navigator.mediaDevices.getDisplayMedia({ video: { frameRate: { ideal: 5 } }, audio: false });
    } catch {
      return; // the person thought better of it
    }
    [this.track] = stream.getVideoTracks();
    this.track.contentHint = 'detail';
    this.room = room;
    this.signal = signal;
    this.publishing = new Publishing(room, 'screen', signal, () => this.stop());
    this.track.addEventListener('ended', () => this.stop());
    this.changed();
    try {
      await this.publishing.start(['video'], { video: this.track }, { height: 0, frameRate: 8, kbps: 1200 });
    } catch (fault) {
      this.fault = fault.message === 'ShareTaken' ? 'taken' : 'failed';
      this.stop();
    }
  }

  // told: the room knows already.
  stop(told = false) {
    if (!this.track) return;
    this.track.stop();
    this.track = undefined;
    this.publishing.close();
    if (!told) Promise.resolve(this.signal({ type: 'unpublish', epoch: this.room.epoch, source: 'screen' })).catch(() => { /* cut: the room closes it */ });
    this.changed();
  }
}
