// Before one's picture comes back after a cut or a suspension: five seconds, which one may stop.
const seconds = 5;

export class Notice {
  #timer;
  #then;

  constructor(changed) {
    this.changed = changed;
    this.left = 0;
    this.held = false;
  }

  get waits() {
    return this.left > 0 || this.held;
  }

  count(then) {
    this.cancel();
    this.#then = then;
    this.left = seconds;
    this.#timer = setInterval(() => {
      this.left--;
      if (this.left === 0) this.release();
      this.changed();
    }, 1000);
    this.changed();
  }

  // "Not yet": nothing is sent until the person presses.
  hold() {
    clearInterval(this.#timer);
    this.left = 0;
    this.held = Boolean(this.#then);
    this.changed();
  }

  // Now, because the time is over or the person wants it.
  release() {
    const then = this.#then;
    this.cancel();
    then?.();
  }

  cancel() {
    clearInterval(this.#timer);
    this.#then = undefined;
    this.left = 0;
    this.held = false;
  }
}
