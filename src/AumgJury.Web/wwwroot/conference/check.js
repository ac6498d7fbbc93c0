// The check of one's equipment, in a room of its own that has nothing to do with the jury's: what is sent comes back to its sender
// alone. Each line says in words how it stands; the verdict goes to the secretary through the page.
import { openBoth, isSupported, chosen, choose, devices } from './capture.js';
import { listen, tone } from './level.js';
import { tryNetwork } from './network.js';

const loud = 0.02; // of 1: the person was heard
const quiet = 8000; // ms after which a silent microphone is said

export class Check {
  // report(verdicts): called when a verdict is whole.
  constructor(root, report) {
    this.root = root;
    this.report = report;
    this.gone = new AbortController();
    const on = (type, handler) => root.addEventListener(type, handler, { signal: this.gone.signal });
    on('click', event => this.press(event.target.closest('[data-check-act]')?.dataset.checkAct));
    on('change', event => this.pick(event.target));
    addEventListener('pagehide', () => this.close(), { signal: this.gone.signal });
    this.stand('stage', isSupported() ? 'ready' : 'unsupported');
  }

  press(act) {
    switch (act) {
      case 'start': return this.start();
      case 'listen': return this.sound();
      case 'heard': return this.answer('works');
      case 'unheard': return this.answer('fails');
      case 'stop': return this.stop();
      case 'copy': return navigator.clipboard?.writeText(location.href.split('#')[0]).then(() => this.stand('copied', 'yes'), () => { /* the address bar remains */ });
    }
  }

  async start() {
    this.stop();
    const turn = this.turn = {};
    const still = () => this.turn === turn;
    this.stand('stage', 'running');
    this.stand('verdict', 'running');
    // On a phone the test is longer than what is left of the window: it begins at the top, where its verdict will stand.
    if (matchMedia('(max-width: 600px)').matches) this.root.scrollIntoView();
    for (const line of ['camera', 'microphone', 'direct', 'relay']) this.stand(line, 'working');
    this.stand('speaker', 'ask');
    const got = await openBoth(360, 15);
    if (!still()) return [got.audio, got.video].forEach(track => track?.stop());
    this.tracks = { audio: got.audio, video: got.video };
    this.stand('camera', got.video ? 'works' : got.causes.video ?? 'missing');
    this.mirror(got.video);
    this.hear(got.audio, got.causes.audio, still);
    await this.list();
    for (const [line, relay] of [['direct', false], ['relay', true]]) {
      const outcome = await tryNetwork(relay, this.tracks, turn);
      if (!still()) return;
      this.stand(line, outcome);
    }
    this.conclude();
  }

  hear(track, cause, still) {
    this.unhear?.();
    if (!track) return this.stand('microphone', cause ?? 'missing');
    this.stand('microphone', 'listening');
    const meter = this.root.querySelector('[data-check-level]');
    const begun = Date.now();
    this.unhear = listen(track, level => {
      if (!still()) return;
      meter.value = level;
      if (level > loud && this.state('microphone') !== 'works') {
        this.stand('microphone', 'works');
        this.conclude();
      } else if (Date.now() - begun > quiet && this.state('microphone') === 'listening') {
        this.stand('microphone', 'silent');
      }
    });
  }

  async sound() {
    await tone(chosen().audiooutput);
    this.stand('speaker', 'played');
  }

  answer(outcome) {
    this.stand('speaker', outcome);
    this.conclude();
  }

  // Says the whole in plain words once the network is known; the devices may follow.
  conclude() {
    const [camera, microphone, direct, relay, speaker] = ['camera', 'microphone', 'direct', 'relay', 'speaker'].map(line => this.state(line));
    if (direct === 'working' || relay === 'working') return;
    const deaf = ['refused', 'missing', 'busy', 'unsupported'];
    this.stand('verdict',
      direct === 'unavailable' ? 'unavailable'
        : direct !== 'works' && relay !== 'works' ? 'blocked'
          : deaf.includes(microphone) ? 'voiceless'
            : speaker === 'fails' ? 'soundless'
              : deaf.includes(camera) ? 'faceless'
                : direct !== 'works' ? 'relayed' : 'good');
    this.stand('stage', 'done');
    const verdict = state => ({ works: 'Works', none: 'NotTested', ask: 'NotTested', played: 'NotTested', listening: 'NotTested', silent: 'NotTested', unavailable: 'NotTested', absent: 'NotTested' })[state] ?? 'Fails';
    const verdicts = [camera, microphone, speaker, direct, relay].map(verdict);
    if (this.reported !== verdicts.join()) {
      this.reported = verdicts.join();
      this.report(...verdicts);
    }
  }

  mirror(track) {
    const place = this.root.querySelector('[data-check-picture]');
    place.replaceChildren();
    if (!track) return;
    const video = document.createElement('video');
    video.autoplay = video.playsInline = video.muted = true;
    video.setAttribute('aria-hidden', 'true');
    video.srcObject = new MediaStream([track]);
    place.append(video);
  }

  async list() {
    const all = await devices();
    for (const choice of this.root.querySelectorAll('[data-check-devices]')) {
      const kind = choice.dataset.checkDevices;
      const these = all.filter(d => d.kind === kind && d.deviceId && d.label);
      choice.closest('[data-device-row]').hidden = these.length === 0 || (kind === 'audiooutput' && !('setSinkId' in HTMLMediaElement.prototype));
      choice.replaceChildren(...these.map(d => new Option(d.label, d.deviceId, false, d.deviceId === chosen()[kind])));
    }
  }

  pick(target) {
    const kind = target.dataset?.checkDevices;
    if (!kind) return;
    choose(kind, target.value);
    if (kind !== 'audiooutput') this.start();
  }

  stop() {
    this.turn = undefined;
    this.unhear?.();
    this.unhear = undefined;
    for (const track of Object.values(this.tracks ?? {})) track?.stop();
    this.tracks = {};
    this.mirror();
    this.reported = undefined;
    if (isSupported()) this.stand('stage', 'ready');
    for (const line of ['camera', 'microphone', 'speaker', 'direct', 'relay', 'verdict']) this.stand(line, 'none');
  }

  close() {
    this.stop();
    this.gone.abort();
  }

  state(line) {
    return this.root.querySelector(`[data-check="${line}"]`)?.dataset.state ?? 'none';
  }

  stand(line, state) {
    for (const element of this.root.querySelectorAll(`[data-check="${line}"]`)) {
      element.dataset.state = state;
      for (const words of element.querySelectorAll('[data-says]')) if (words.closest('[data-check]') === element) words.hidden = !words.dataset.says.split(' ').includes(state);
      if (element.dataset.goneWhen !== undefined) element.hidden = element.dataset.goneWhen.split(' ').includes(state);
    }
  }
}
