// One person's part in the conference, as long as the page wants it: it follows the server's frames, comes back by itself after any
// cut, and closes everything at once when it is told to or cannot know better.
import { open } from './hub.js';
import { Publishing } from './publishing.js';
import { Receiving } from './receiving.js';
import { OwnMedia } from './own.js';
import { Share } from './share.js';
import { Tiles } from './tiles.js';
import { LinkStatistics } from './statistics.js';
import { Notice } from './notice.js';
import { Memory } from './memory.js';
import { OwnVoice } from './voice.js';

const waits = [0, 500, 1000, 2000, 3000]; // ms before it is tried again
const every = 3000; // ms between statistics
const shortCut = 10000; // ms: who spoke then goes on speaking

export class Conference {
  #turn = 0; // another number: everything of before was closed
  #told = ''; // what the room last heard of one's own switches
  #shown = '';
  #timer;
  #restarting;

  // opens: the microphone is on at the first entry. paint(conference): the words and buttons.
  constructor({ seat, number, opens, paint }) {
    this.seat = seat;
    this.link = 'connecting';
    this.memory = new Memory(number);
    this.own = new OwnMedia(() => this.#ownChanged());
    this.own.microphone.wanted = opens;
    this.share = new Share(() => this.paint());
    this.tiles = new Tiles(seat, tiles => this.#show(tiles), blocked => this.#block(blocked));
    this.notice = new Notice(() => this.#ownChanged());
    this.statistics = new LinkStatistics();
    this.voice = new OwnVoice(on => {
      if (on) this.memory.spoke();
      this.tiles.talks(seat, on);
    });
    this.paint = () => paint(this);
    this.blocked = false;
    this.poor = false;
  }

  start() {
    if (this.running) return;
    this.running = true;
    this.#run();
  }

  // The page is left, or shows somebody who is outside.
  stop() {
    this.running = false;
    this.#leave();
    this.own.release();
    this.voice.follow(undefined);
    this.tiles.close();
    this.hub?.close();
  }

  get inside() {
    return Boolean(this.room);
  }

  async #run() {
    for (let tries = 0; this.running; tries++) {
      await new Promise(done => setTimeout(done, waits[Math.min(tries, waits.length - 1)]));
      if (!this.running) return;
      try {
        const ended = new Promise(done => { this.#restarting = done; });
        const hub = await open(this.#restarting);
        if (!this.running) return await hub.close();
        this.hub = hub;
        hub.media(frame => {
          if (frame.type !== 'unavailable') tries = 0; // one that is refused comes back slower and slower
          this.#take(frame);
        }, this.#restarting);
        await ended;
        if (this.running) this.#cut();
        await hub.close();
      } catch {
        if (this.running) this.#cut();
      }
    }
  }

  // Frames are taken in order; what closes does not wait for what is under way.
  #take(frame) {
    switch (frame.type) {
      case 'out':
        this.#out('outside');
        break;
      case 'unavailable':
        this.#cut(frame.why === 'none' ? 'none' : 'unavailable');
        break;
      case 'ended':
        if (frame.why === 'callClosed') return this.#cut(); // the house closes and opens again
        this.running = false;
        this.#out(frame.why);
        break;
      case 'room':
        this.#enter(frame);
        break;
      case 'offer':
        if (frame.epoch === this.room?.epoch) this.#offer(frame);
        break;
      case 'people':
        this.#people(frame.people);
        break;
      case 'talking':
        this.tiles.talks(frame.seat, frame.on);
        break;
    }
  }

  #enter(room) {
    const before = this.room;
    if (before?.epoch === room.epoch) {
      this.room = room;
      this.#rights(before, room);
    } else {
      this.#leave();
      this.room = room;
      this.#begin();
    }
    this.link = 'on';
    this.paint();
  }

  #begin() {
    this.queue = Promise.resolve();
    this.receiving = new Receiving(this.room, s => this.#signal(s), feeds => this.tiles.received(feeds), () => this.#restart());
    this.#timer = setInterval(() => this.#measure(), every);
    const { away, spoke } = this.memory.entered();
    const goesOn = away === undefined || (away.cut && away.time < shortCut && spoke); // the first time, or speaking still
    if (!goesOn) this.own.microphone.wanted = false;
    if (goesOn || !away.cut) this.#back();
    else this.#announced();
  }

  // Everything that the person may send now.
  #back() {
    this.own.allow(this.room.me, this.room.send);
    this.#publish();
  }

  // One's picture comes back after a few seconds' notice; whoever closed the camera has none to be warned of. A poor link is nobody's choice: with
  // it the picture may come back by itself.
  #announced() {
    if (this.own.camera.wanted && !this.chosenLean) {
      this.own.allow({ ...this.room.me, camera: 'no' }, this.room.send);
      this.notice.count(() => this.#back()); // leaving cancels it
    } else {
      this.notice.cancel();
      this.#back();
    }
  }

  // Rights or sizes changed, and nothing else. What comes back after a suspension comes muted and announced.
  #rights(before, room) {
    const returns = kind => before.me[kind] !== 'allowed' && room.me[kind] === 'allowed';
    if (returns('camera')) {
      this.own.microphone.wanted = false;
      this.#announced();
    } else {
      if (room.me.microphone !== 'allowed') this.own.microphone.wanted = false;
      this.own.allow(this.notice.waits ? { ...room.me, camera: 'no' } : room.me, room.send);
    }
    if (room.me.share !== 'allowed') this.share.stop();
    this.publishing?.limit(room.send).catch(() => this.#restart());
  }

  async #publish() {
    const turn = this.#turn;
    const kinds = [...this.room.me.microphone !== 'no' ? ['audio'] : [], ...this.room.me.camera !== 'no' ? ['video'] : []];
    await this.own.open();
    const { audio, video } = this.own.tracks;
    if (turn !== this.#turn || (!audio && !video)) return;
    if (this.publishing && kinds.every(kind => this.publishing.sender(kind))) return this.#ownChanged();
    this.publishing?.close();
    const publishing = new Publishing(this.room, 'camera', s => this.#signal(s), () => this.#restart());
    this.publishing = publishing;
    try {
      await publishing.start(kinds, { audio, video }, this.room.send);
      this.#told = '';
      this.#ownChanged();
    } catch {
      if (turn === this.#turn && this.publishing === publishing) this.#restart();
    }
  }

  #offer(offer) {
    const { receiving } = this;
    this.queue = this.queue.then(() => receiving.take(offer)).catch(() => { if (receiving === this.receiving) this.#restart(); });
  }

  #people(people) {
    const me = people.find(p => p.seat === this.seat);
    const poor = Boolean(me?.audioOnly);
    if (poor !== this.poor) {
      this.poor = poor;
      this.lean(this.chosenLean);
    }
    if (this.share.on && me && this.sharedOnce && !me.screen) this.share.stop(true); // the chair stopped it
    this.sharedOnce = this.share.on && Boolean(me?.screen);
    this.tiles.told(people);
    this.paint();
  }

  // Audio only: by choice here, or by the server on a poor link.
  lean(chosen) {
    this.chosenLean = chosen;
    this.own.lean = Boolean(chosen || this.poor);
    this.#show(this.tiles.seen());
    this.#follow();
  }

  // After a wish changed: a device may have come that there was none of before. While the notice waits the camera has no right yet, the voice may go before it.
  #follow() {
    this.own.apply();
    if (this.inside) this.#publish();
  }

  // The voice may go before the picture does: a press on the microphone is no word on the camera.
  async press(device) {
    if (device === this.own.camera && this.notice.waits) return this.notice.release();
    await this.own.toggle(device);
    this.#follow();
  }

  hold(on) {
    this.own.microphone.held = on;
    this.own.apply();
  }

  hide(on) {
    this.own.hidden = on;
    if (on) this.own.microphone.wanted = false;
    this.tiles.sounds.silence(on);
    this.own.apply();
  }

  async renew(device) {
    await this.own.renew(device);
    this.#follow();
  }

  toggleShare() {
    if (this.share.on) this.share.stop();
    else if (this.room?.me.share === 'allowed') return this.share.start(this.room, s => this.#signal(s));
  }

  #ownChanged() {
    const { audio, video } = this.own.tracks;
    this.publishing?.replace('audio', audio ?? null).catch(() => this.#restart());
    this.publishing?.replace('video', video ?? null).then(() => this.publishing?.limit(this.room?.send)).catch(() => this.#restart());
    this.tiles.own = { video: this.notice.waits ? undefined : video, microphone: this.own.speaks };
    this.voice.follow(this.own.speaks ? audio : undefined);
    this.tiles.paint();
    const sending = { microphone: this.own.speaks, camera: Boolean(video) };
    if (this.room && this.publishing && this.#told !== JSON.stringify(sending)) {
      this.#told = JSON.stringify(sending);
      this.#say({ type: 'sending', ...sending });
    }
    this.paint();
  }

  #show(tiles) {
    const seen = document.visibilityState === 'hidden' || this.own.lean ? [] : tiles;
    if (!this.room || this.#shown === JSON.stringify(seen)) return;
    this.#shown = JSON.stringify(seen);
    this.#say({ type: 'show', tiles: seen });
  }

  look() {
    this.#show(this.tiles.seen());
  }

  async #measure() {
    const turn = this.#turn;
    const figures = await this.statistics.read([this.publishing?.pc, this.share.publishing?.pc], this.receiving?.pc).catch(() => null);
    if (figures && turn === this.#turn) this.#say({ type: 'stats', ...figures });
    this.memory.alive();
  }

  #block(blocked) {
    this.blocked = blocked;
    this.paint();
  }

  // Something to tell that needs no answer; a cut is noticed elsewhere.
  #say(signal) {
    this.#signal({ ...signal, epoch: this.room.epoch }).catch(() => { /* the link ends by itself */ });
  }

  #signal(signal) {
    return this.hub ? this.hub.signal(signal) : Promise.reject(new Error('No link.'));
  }

  #restart() {
    this.#restarting?.();
  }

  #cut(link = 'cut') {
    if (this.room) this.memory.cut(this.own.speaks);
    this.#leave();
    this.link = link;
    this.paint();
  }

  #out(link) {
    this.memory.left();
    this.#leave();
    this.own.microphone.wanted = false;
    this.own.allow({ microphone: 'no', camera: 'no', share: 'no' });
    this.own.release();
    this.link = link;
    this.paint();
  }

  #leave() {
    this.#turn++;
    clearInterval(this.#timer);
    this.notice.cancel();
    this.share.stop(true);
    this.publishing?.close();
    this.receiving?.close();
    this.publishing = this.receiving = this.room = undefined;
    this.#told = this.#shown = '';
    this.tiles.empty();
  }
}
