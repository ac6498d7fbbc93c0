// What this person sends: their wishes, the room's rights, the devices. A microphone that is off keeps its device, to be quick;
// a camera that is off lets go of it, so that its light goes out.
import * as capture from './capture.js';

const patience = 3000; // ms that a device may be silent before it counts as interrupted (a telephone call on iOS)
const least = 360; // lines

export class OwnMedia {
  constructor(changed) {
    this.changed = changed;
    this.microphone = { kind: 'audio', wanted: false, held: false };
    this.camera = { kind: 'video', wanted: true };
    this.rights = { microphone: 'no', camera: 'no', share: 'no' };
    this.hidden = false; // somebody came into the room: nothing is said
    this.lean = false; // audio only
    this.size = { height: 360, frameRate: 15 };
  }

  get speaks() {
    return Boolean(this.microphone.track) && this.rights.microphone === 'allowed' && !this.hidden && (this.microphone.wanted || this.microphone.held);
  }

  get shows() {
    return this.camera.wanted && this.rights.camera === 'allowed' && !this.lean;
  }

  get tracks() {
    return { audio: this.microphone.track, video: this.shows ? this.camera.track : undefined };
  }

  // Opens what may be sent, asking the person once.
  async open() {
    const wantsSound = this.rights.microphone !== 'no' && !this.microphone.track;
    const wantsPicture = this.shows && !this.camera.track;
    if (wantsSound && wantsPicture) {
      const got = await capture.openBoth(this.size.height, this.size.frameRate);
      this.#keep(this.microphone, got.audio, got.causes.audio);
      this.#keep(this.camera, got.video, got.causes.video);
    } else if (wantsSound) {
      await this.#open(this.microphone);
    } else if (wantsPicture) {
      await this.#open(this.camera);
    }
    this.apply();
  }

  // Makes devices follow wishes and rights.
  apply() {
    if (this.microphone.track) this.microphone.track.enabled = this.speaks;
    if (!this.shows && this.camera.track) this.#drop(this.camera);
    this.changed();
  }

  allow(rights, size) {
    this.rights = rights;
    if (size) this.#resize(size);
    this.apply();
  }

  async toggle(device) {
    if (!device.track && (device === this.microphone || !device.wanted || device.cause)) {
      device.wanted = true;
      await this.#open(device);
      if (device.cause) device.wanted = device === this.camera ? false : device.wanted;
    } else {
      device.wanted = !device.wanted;
    }
    if (device === this.camera && this.shows && !device.track) await this.#open(device);
    this.apply();
  }

  // Another device was chosen, or the present one must be renewed.
  async renew(device) {
    const wasOpen = Boolean(device.track) || device.cause;
    this.#drop(device);
    if (wasOpen && (device === this.microphone || this.shows)) await this.#open(device);
    this.apply();
  }

  release() {
    this.#drop(this.microphone);
    this.#drop(this.camera);
    this.apply();
  }

  // A picture is captured as large as the room may ask for; what is sent is made smaller from it.
  #resize({ height, frameRate }) {
    this.size = { height: Math.max(least, height), frameRate };
    const { track } = this.camera;
    if (track && (track.getSettings().height ?? 0) < this.size.height) {
      track.applyConstraints({ height: { ideal: this.size.height }, aspectRatio: { ideal: 16 / 9 }, frameRate: { ideal: frameRate } }).catch(() => { /* it stays as it is */ });
    }
  }

  async #open(device) {
    try {
      this.#keep(device, await capture.open(device.kind, this.size.height, this.size.frameRate));
    } catch (fault) {
      this.#keep(device, undefined, capture.causeOf(fault));
    }
  }

  #keep(device, track, cause) {
    this.#drop(device);
    device.track = track;
    device.cause = cause;
    if (!track) return;
    if (device === this.microphone) track.enabled = this.speaks;
    track.addEventListener('ended', () => this.#lost(device, track));
    let silent;
    track.addEventListener('mute', () => { silent = setTimeout(() => this.#lost(device, track), patience); });
    track.addEventListener('unmute', () => clearTimeout(silent));
  }

  // The system took the device: it is tried once again, then the person is asked to press.
  async #lost(device, track) {
    if (device.track !== track) return;
    this.#drop(device);
    await this.#open(device);
    if (device.cause) device.cause = 'interrupted';
    this.apply();
  }

  #drop(device) {
    const { track } = device;
    device.track = device.cause = undefined;
    track?.stop();
  }
}
