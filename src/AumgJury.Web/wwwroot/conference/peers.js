// What the two kinds of connections share. SDPs are whole (no trickle): candidates are waited for, but never long.
const patience = 2000; // ms

export function connect({ ice, relay }) {
  return new RTCPeerConnection({ iceServers: ice, iceTransportPolicy: relay ? 'relay' : 'all', bundlePolicy: 'max-bundle' });
}

// Sets the local description and gives it with its candidates.
export async function describe(pc, make) {
  await pc.setLocalDescription(await make.call(pc));
  if (pc.iceGatheringState !== 'complete') {
    await new Promise(done => {
      setTimeout(done, patience);
      pc.addEventListener('icegatheringstatechange', () => { if (pc.iceGatheringState === 'complete') done(); });
    });
  }
  return pc.localDescription?.sdp ?? '';
}

// Calls lost() once when the path is lost for good. A short "disconnected" mends itself.
export function onLost(pc, lost) {
  let told = false;
  pc.addEventListener('connectionstatechange', () => {
    if (pc.connectionState === 'failed' && !told) {
      told = true;
      lost();
    }
  });
}
