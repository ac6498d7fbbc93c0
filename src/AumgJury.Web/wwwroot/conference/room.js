// The conference in the page: buttons, keys, words. Everything here works without the circuit, so also during a cut of it.
import { Conference } from './conference.js';
import { isSupported, choose, chosen, devices } from './capture.js';
import { chooseLayout, layoutNow } from './layout.js';
import { paint } from './words.js';

const awayFor = 10000; // ms that a page may be hidden before it asks for no pictures

let conference, host, gone, wishedLayout, tabs;
let curtain = false;
const understood = new Map(); // what was said and read: the words' name to the state they were in

export function start(element) {
  if (conference) return;
  host = element;
  gone = new AbortController();
  const { seat, number, opens } = host.dataset;
  conference = new Conference({ seat, number, opens: opens === 'true', paint: show });
  if (isSupported()) conference.start();
  else conference.link = 'unsupported';
  conference.tiles.sounds.choose(chosen().audiooutput);
  listen(document, 'click', press);
  listen(document, 'change', pick);
  listen(globalThis, 'room-key', key);
  listen(globalThis, 'pagehide', stop);
  listen(document, 'visibilitychange', see);
  if (navigator.mediaDevices) listen(navigator.mediaDevices, 'devicechange', () => list());
  // Sound and picture that went to another tab of this seat come back when that tab closes.
  tabs = new BroadcastChannel(`aumg-conference-${number}`);
  tabs.onmessage = () => conference?.link === 'taken' && start(stop());
  watcher.observe(document.body, { subtree: true, childList: true });
  show();
}

// The person is outside: coming back is no return from a cut.
export function leave() {
  conference?.memory.left();
  stop();
}

export function stop() {
  if (conference && conference.link !== 'taken') tabs?.postMessage('free');
  tabs?.close();
  conference?.stop();
  conference = undefined;
  gone?.abort();
  watcher.disconnect();
  draw(false);
  // What was said of the microphone ends with the room.
  const said = host?.querySelector('[data-media-live]');
  if (said) said.textContent = '';
  for (const room of document.querySelectorAll('.room')) for (const name of ['pictures', 'layout', 'sharing']) delete room.dataset[name];
  return host;
}

// What Blazor renders anew is painted like the rest, once a frame.
let asked;
const watcher = new MutationObserver(() => { asked ??= requestAnimationFrame(() => { asked = undefined; show(); }); });

function listen(target, type, handler) {
  target.addEventListener(type, handler, { signal: gone.signal });
}

function show() {
  if (!conference) return;
  const { own, share, notice, link, room } = conference;
  const microphone = stateOf(own.microphone, own.rights.microphone, own.speaks);
  paint({
    link,
    capture: unread('capture', room ? [own.microphone, own.camera].find(d => d.cause)?.cause ?? 'ok' : 'ok', 'ok'),
    microphone,
    voice: microphone,
    camera: own.lean && own.rights.camera === 'allowed' && room ? 'lean' : stateOf(own.camera, room && notice.waits ? room.me.camera : own.rights.camera, Boolean(own.tracks.video)),
    share: !room || own.rights.share !== 'allowed' || !navigator.mediaDevices?.getDisplayMedia ? 'no' : share.on ? 'on' : 'off',
    sound: conference.blocked ? 'blocked' : own.microphone.cause === 'interrupted' ? 'interrupted' : 'ok',
    lean: unread('lean', conference.poor ? 'poor' : 'no', 'no'),
    notice: notice.left > 0 ? 'counting' : notice.held ? 'held' : 'no',
    sharing: unread('sharing', share.fault ?? 'ok', 'ok'),
    layout: layoutNow(wishedLayout),
    curtain: curtain ? 'drawn' : 'open',
  });
  for (const figure of document.querySelectorAll('[data-media-seconds]')) write(figure, String(notice.left));
  const live = ['on', 'cut'].includes(link) || (link === 'unavailable' && conference.wasOn);
  conference.wasOn ||= link === 'on';
  for (const frame of document.querySelectorAll('.room')) {
    mark(frame, 'pictures', live ? '' : undefined);
    mark(frame, 'layout', live ? layoutNow(wishedLayout) : undefined);
    mark(frame, 'sharing', share.on ? '' : undefined);
  }
  for (const box of document.querySelectorAll('[data-media-lean]')) box.checked = Boolean(conference.chosenLean);
  conference.tiles.paint();
  if (document.querySelector('[data-media-devices]:not([data-listed])')) list();
}

// Words that were read go away, until something else is to be said.
function unread(name, state, nothing) {
  if (understood.get(name) === state) return nothing;
  understood.delete(name);
  return state;
}

function stateOf(device, right, active) {
  if (!conference.room) return 'outside';
  // Nobody muted this person then: the room is silent for everybody.
  if (right === 'no' || (right === 'muted' && document.querySelector('.room:is([data-state=Suspended], [data-state=NotSecure])'))) return 'no';
  if (device.cause) return device.cause;
  if (right === 'muted') return 'muted';
  if (!active) return 'off';
  return device.held ? 'held' : 'on';
}

async function press(event) {
  const button = event.target.closest?.('[data-media-act]');
  if (!button || button.getAttribute('aria-disabled') === 'true') return;
  const { own } = conference;
  switch (button.dataset.mediaAct) {
    case 'microphone': await microphone(); break;
    case 'camera': await conference.press(own.camera); break;
    case 'share': understood.delete('sharing'); await conference.toggleShare(); break;
    case 'layout': wishedLayout = button.dataset.layoutName; chooseLayout(wishedLayout); break;
    case 'curtain': draw(true); break;
    case 'back': draw(false); say('back'); break;
    case 'sound': await conference.tiles.sounds.unblock(); break;
    case 'resume': await conference.renew(own.microphone); break;
    case 'not-yet': conference.notice.hold(); break;
    case 'now': conference.notice.release(); break;
    case 'retake': location.reload(); break;
    case 'understood': understood.set(...whatWasRead(button)); break;
  }
  show();
}

function whatWasRead(button) {
  const { media, state } = button.closest('[data-media]').dataset;
  return [media, state];
}

// The chair's mute holds: the press is answered in words.
async function microphone() {
  const state = stateOf(conference.own.microphone, conference.own.rights.microphone, conference.own.speaks);
  if (state === 'muted' || state === 'no') return say(state);
  await conference.press(conference.own.microphone);
  say(conference.own.speaks ? 'on' : 'off');
}

async function key({ detail }) {
  if (curtain) return;
  switch (detail) {
    case 'microphone': await microphone(); break;
    case 'talk': conference.hold(true); say('held'); break;
    case 'hush': conference.hold(false); break;
    case 'say': say(stateOf(conference.own.microphone, conference.own.rights.microphone, conference.own.speaks)); break;
  }
  show();
}

async function pick({ target }) {
  if (target.matches?.('[data-media-devices]')) {
    choose(target.dataset.mediaDevices, target.value);
    if (target.dataset.mediaDevices === 'audiooutput') conference.tiles.sounds.choose(target.value);
    else await conference.renew(target.dataset.mediaDevices === 'audioinput' ? conference.own.microphone : conference.own.camera);
  } else if (target.matches?.('[data-media-lean]')) {
    conference.lean(target.checked);
  }
}

// Somebody came into the person's own room: nothing is heard, said or shown, in one press; one press brings it back, except the voice.
function draw(on) {
  const cover = host?.querySelector('[data-curtain]');
  curtain = on;
  conference?.hide(on);
  if (on) cover?.showModal();
  else if (cover?.open) cover.close();
}

let hiding;
function see() {
  clearTimeout(hiding);
  if (document.visibilityState === 'hidden') hiding = setTimeout(() => conference?.look(), awayFor);
  else conference.look();
}

// The devices that there are, by the browser's own names; they are named only once one of them may be used.
async function list() {
  const all = await devices();
  for (const choice of document.querySelectorAll('[data-media-devices]')) {
    const kind = choice.dataset.mediaDevices;
    const these = all.filter(d => d.kind === kind && d.deviceId && d.label);
    choice.dataset.listed = '';
    choice.closest('[data-device-row]').hidden = these.length === 0 || (kind === 'audiooutput' && !('setSinkId' in HTMLMediaElement.prototype));
    choice.replaceChildren(...these.map(d => new Option(d.label, d.deviceId, false, d.deviceId === chosen()[kind])));
  }
}

// Words for a screen reader, from those that Blazor rendered.
function say(state) {
  const region = host.querySelector('[data-media-live]');
  const words = host.querySelector(`[data-spoken="${state}"]`)?.textContent ?? '';
  region.textContent = region.textContent === words ? `${words}\u00a0` : words;
}

function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

function mark(element, name, value) {
  if (value === undefined) delete element.dataset[name];
  else if (element.dataset[name] !== value) element.dataset[name] = value;
}
