// Whether the person speaks: the server tells of the others only. Who spoke a moment ago goes on after a short cut.
import { listen } from './level.js';

const loud = 0.02; // of 1
const pause = 600; // ms between two words

export class OwnVoice {
  #track;
  #stop;
  #last = 0;
  #on = false;

  constructor(talks) {
    this.talks = talks;
  }

  // The open microphone; undefined when it is closed.
  follow(track) {
    if (track === this.#track) return;
    this.#stop?.();
    this.#track = track;
    this.#stop = track && listen(track, level => this.#hear(level));
    if (!track) this.#tell(false);
  }

  #hear(level) {
    if (level > loud) this.#last = Date.now();
    this.#tell(Date.now() - this.#last < pause);
  }

  #tell(on) {
    if (on === this.#on) return;
    this.#on = on;
    this.talks(on);
  }
}
