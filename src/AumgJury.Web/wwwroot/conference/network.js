// Sends picture and sound to the test room and waits until they come back: over whatever path there is, or through the relay alone.
import { open } from './hub.js';
import { Publishing } from './publishing.js';
import { Receiving } from './receiving.js';

const patience = 15000; // ms
const enough = 5; // packets of sound, pictures decoded

// Gives 'works', 'fails', 'absent' (there is no relay) or 'unavailable' (there is no conference at all).
export async function tryNetwork(relay, tracks) {
  let hub, publishing, receiving, timer, late, voice;
  try {
    return await new Promise((done, fail) => {
      late = setTimeout(() => done('fails'), patience);
      const own = tracks.audio || tracks.video ? tracks : { audio: (voice = hum()).track };
      const kinds = ['audio', 'video'].filter(kind => own[kind]);
      const take = async frame => {
        switch (frame.type) {
          case 'room':
            if (relay && !frame.ice.some(server => [server.urls].flat().some(url => url.startsWith('turn')))) return done('absent');
            receiving = new Receiving(frame, s => hub.signal(s), () => { /* what came is counted below */ }, () => done('fails'));
            publishing = new Publishing(frame, 'camera', s => hub.signal(s), () => done('fails'));
            timer = setInterval(() => count(receiving.pc, kinds).then(came => { if (came) done('works'); }, fail), 500);
            return await publishing.start(kinds, own, frame.send);
          case 'offer': return await receiving?.take(frame);
          case 'unavailable': return done(frame.why === 'noRelay' ? 'absent' : 'unavailable');
          case 'ended': return done('fails');
        }
      };
      let queue = Promise.resolve();
      open(() => done('fails')).then(opened => {
        hub = opened;
        // The end waits its turn: the last frame may say why, and comes in the same breath.
        hub.test(relay, frame => { queue = queue.then(() => take(frame)).catch(fail); }, () => { queue = queue.then(() => done('fails')); });
      }, fail);
    });
  } catch (fault) {
    return /'429'/.test(fault?.message) ? 'unavailable' : 'fails'; // tried too often: no word on the person's network
  } finally {
    clearTimeout(late);
    clearInterval(timer);
    publishing?.close();
    receiving?.close();
    voice?.end();
    hub?.close();
  }
}

async function count(pc, kinds) {
  const came = {};
  for (const entry of (await pc.getStats()).values()) {
    if (entry.type === 'inbound-rtp') came[entry.kind] = Math.max(came[entry.kind] ?? 0, entry.kind === 'audio' ? entry.packetsReceived : entry.framesDecoded ?? 0);
  }
  return kinds.every(kind => (came[kind] ?? 0) >= enough);
}

// Without any device the path can be tried all the same: with a hum that nobody hears.
function hum() {
  const context = new AudioContext();
  const source = context.createOscillator();
  const level = context.createGain();
  const out = context.createMediaStreamDestination();
  level.gain.value = 0.05;
  source.connect(level).connect(out);
  source.start();
  return { track: out.stream.getAudioTracks()[0], end: () => context.close() };
}
