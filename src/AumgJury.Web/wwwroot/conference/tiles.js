// Paints the people of the room: pictures, sounds, and what is known of each. Blazor renders a tile once, with all its words;
// here only attributes change and pictures are put into empty places, so nothing travels when somebody speaks.
import { Sounds } from './sounds.js';

const linger = 1500; // ms that somebody speaks before the large picture turns to them
const settle = 250; // ms before the server is told what is visible

export class Tiles {
  constructor(me, show, blocked) {
    this.me = me;
    this.show = show;
    this.sounds = new Sounds(blocked);
    this.feeds = new Map();
    this.people = new Map();
    this.talking = new Set();
    this.visible = new Set();
    this.watched = new Set();
    this.own = { video: undefined, microphone: false, screen: false };
    this.watcher = new IntersectionObserver(entries => {
      for (const { target, isIntersecting } of entries) this.visible[isIntersecting ? 'add' : 'delete'](target);
      this.tell();
    });
    this.sizes = new ResizeObserver(() => this.tell());
  }

  received(feeds) {
    this.feeds = feeds;
    this.sounds.play([...feeds.values()].filter(f => f.source === 'microphone' && f.seat !== this.me));
    this.paint();
  }

  told(people) {
    this.people = new Map(people.map(p => [p.seat, p]));
    this.paint();
  }

  talks(seat, on) {
    this.talking[on ? 'add' : 'delete'](seat);
    clearTimeout(this.turning);
    if (on) this.turning = setTimeout(() => { if (this.talking.has(seat)) { this.speaker = seat; this.paint(); } }, linger);
    this.paint();
  }

  // Nobody is seen or heard any more.
  empty() {
    this.people.clear();
    this.talking.clear();
    this.speaker = undefined;
    this.received(new Map());
  }

  paint() {
    for (const slot of this.watched) if (!slot.isConnected) this.forget(slot);
    for (const tile of document.querySelectorAll('[data-tile]')) this.paintTile(tile);
    for (const row of document.querySelectorAll('[data-heard]')) mark(row, 'sharing', this.people.get(row.dataset.heard)?.screen ? '' : undefined);
    for (const words of document.querySelectorAll('[data-link-of] [data-quality]')) {
      const off = this.people.get(words.closest('[data-link-of]').dataset.linkOf)?.quality !== words.dataset.quality;
      if (words.hidden !== off) words.hidden = off;
    }
    for (const large of document.querySelectorAll('[data-large]')) this.paintLarge(large);
    this.tell();
  }

  paintTile(tile) {
    const seat = tile.dataset.tile;
    const own = seat === this.me;
    const person = own
      ? { ...this.people.get(seat), microphone: this.own.microphone, camera: Boolean(this.own.video) }
      : this.people.get(seat);
    const track = own ? this.own.video : this.feeds.get(`${seat}/camera`)?.track;
    mark(tile, 'here', person ? '' : undefined);
    mark(tile, 'mic', person && (person.microphone ? 'on' : 'off'));
    mark(tile, 'quality', person?.quality);
    mark(tile, 'lean', person?.audioOnly ? '' : undefined);
    mark(tile, 'withheld', !own && person?.camera && person.withheld && !person.audioOnly ? '' : undefined);
    mark(tile, 'sharing', person?.screen ? '' : undefined);
    mark(tile, 'talking', this.talking.has(seat) && person?.microphone ? '' : undefined);
    mark(tile, 'pictured', person?.camera && track ? '' : undefined);
    this.put(tile.querySelector('[data-picture]'), person?.camera ? track : undefined, own);
  }

  paintLarge(large) {
    const at = this.chooseLarge(large.closest('[data-gallery]') ?? document);
    mark(large, 'seat', at?.seat);
    mark(large, 'source', at?.source);
    mark(large.closest('[data-gallery]'), 'screen', at?.source === 'screen' ? '' : undefined);
    const tile = at && document.querySelector(`[data-tile="${CSS.escape(at.seat)}"]`);
    const name = large.querySelector('[data-large-name]');
    const words = tile?.dataset.name ?? '';
    if (name && name.textContent !== words) name.textContent = words;
    const initials = large.querySelector('[data-large-initials]');
    if (initials && initials.textContent !== (tile?.dataset.initials ?? '')) initials.textContent = tile?.dataset.initials ?? '';
    mark(large, 'role', at?.source === 'camera' ? tile?.dataset.role : undefined);
    const person = at && this.people.get(at.seat);
    const track = at && (at.source === 'screen' || person?.camera) ? this.feeds.get(`${at.seat}/${at.source}`)?.track : undefined;
    mark(large, 'pictured', track ? '' : undefined);
    mark(large, 'talking', at && this.talking.has(at.seat) ? '' : undefined);
    this.put(large.querySelector('[data-picture]'), track, false);
  }

  // A shared screen, the presenter, whoever has the floor, whoever spoke last, the chair.
  chooseLarge(root) {
    const screen = [...this.people.values()].find(p => p.screen && p.seat !== this.me);
    if (screen) return { seat: screen.seat, source: 'screen' };
    const others = [...root.querySelectorAll('[data-tile]')].filter(t => t.dataset.tile !== this.me);
    const tile = others.find(t => t.dataset.role === 'presenter') ?? others.find(t => t.dataset.floor !== undefined)
      ?? others.find(t => t.dataset.tile === this.speaker) ?? others.find(t => t.dataset.role === 'chair') ?? others[0];
    return tile && { seat: tile.dataset.tile, source: 'camera' };
  }

  put(slot, track, own) {
    if (!slot) return;
    if (!this.watched.has(slot)) {
      this.watched.add(slot);
      this.watcher.observe(slot);
      this.sizes.observe(slot);
    }
    let video = slot.querySelector('video');
    if (!track) return video?.remove();
    if (!video) {
      video = document.createElement('video');
      video.autoplay = video.playsInline = video.muted = true;
      video.disablePictureInPicture = true;
      video.setAttribute('aria-hidden', 'true');
      slot.append(video);
    }
    video.toggleAttribute('data-own', own);
    if (video.srcObject?.getVideoTracks()[0] !== track) {
      video.srcObject = new MediaStream([track]);
      video.play().catch(() => { /* muted pictures play by themselves; a removed one need not */ });
    }
  }

  forget(slot) {
    this.watcher.unobserve(slot);
    this.sizes.unobserve(slot);
    this.watched.delete(slot);
    this.visible.delete(slot);
  }

  // The pictures that are on the screen, each as tall as its largest place.
  tell() {
    clearTimeout(this.telling);
    this.telling = setTimeout(() => this.show(this.seen()), settle);
  }

  seen() {
    const tiles = new Map();
    for (const slot of this.visible) {
      const tile = slot.closest('[data-tile], [data-large]');
      const seat = tile?.dataset.tile ?? tile?.dataset.seat;
      const source = tile?.dataset.source ?? 'camera';
      const height = Math.round(slot.clientHeight * devicePixelRatio);
      if (!seat || seat === this.me || height === 0) continue;
      const key = `${seat}/${source}`;
      tiles.set(key, { seat, source, height: Math.max(height, tiles.get(key)?.height ?? 0) });
    }
    return [...tiles.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, tile]) => tile);
  }

  close() {
    clearTimeout(this.telling);
    clearTimeout(this.turning);
    this.own = { video: undefined, microphone: false, screen: false };
    this.empty();
    clearTimeout(this.telling);
    this.watcher.disconnect();
    this.sizes.disconnect();
  }
}

function mark(element, name, value) {
  if (!element) return;
  if (value === undefined || value === null || value === false) delete element.dataset[name];
  else if (element.dataset[name] !== value) element.dataset[name] = value;
}
