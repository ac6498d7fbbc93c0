// Whether this tab was in the room a moment ago, also across a reload: who comes back comes back muted, unless the cut was short
// and they were speaking. The seat's number is part of the key: leaving the device clears it (look/parti.js).
const spokenFor = 10000; // ms: who was heard so recently was speaking

export class Memory {
  #spoke = 0;

  constructor(number) {
    this.key = `aumg-room:${number}`;
  }

  // Gives { away: { time, cut }, spoke }; away is undefined the first time.
  entered() {
    const before = this.#read();
    this.#write({ at: Date.now(), spoke: false, inside: true });
    if (!before) return { away: undefined, spoke: false };
    return { away: { time: Date.now() - before.at, cut: before.inside }, spoke: before.spoke };
  }

  spoke() {
    this.#spoke = Date.now();
  }

  // Called now and then while inside.
  alive() {
    if (this.#read()?.inside) this.#write({ at: Date.now(), spoke: this.#isSpeaking(), inside: true });
  }

  cut(microphone) {
    this.#write({ at: Date.now(), spoke: microphone && this.#isSpeaking(), inside: true });
  }

  left() {
    if (this.#read()) this.#write({ at: Date.now(), spoke: false, inside: false });
  }

  #isSpeaking() {
    return Date.now() - this.#spoke < spokenFor;
  }

  #read() {
    try { return JSON.parse(sessionStorage.getItem(this.key)); } catch { return null; }
  }

  #write(value) {
    try { sessionStorage.setItem(this.key, JSON.stringify(value)); } catch { /* then a reload counts as the first entry */ }
  }
}
