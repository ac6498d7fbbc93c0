// The person's own camera and microphone: which ones, remembered on this device; and why there is none.
const kept = 'aumg-devices';

// 'refused' by the person or the browser, 'missing' device, 'busy' with another program, 'unsupported' browser.
export function causeOf(fault) {
  if (!navigator.mediaDevices?.getUserMedia) return 'unsupported';
  return { NotAllowedError: 'refused', SecurityError: 'refused', NotFoundError: 'missing', OverconstrainedError: 'missing' }[fault?.name] ?? 'busy';
}

export function isSupported() {
  return Boolean(navigator.mediaDevices?.getUserMedia && globalThis.RTCPeerConnection);
}

export function chosen() {
  try { return JSON.parse(localStorage.getItem(kept)) ?? {}; } catch { return {}; }
}

// kind: 'audioinput', 'videoinput' or 'audiooutput'.
export function choose(kind, id) {
  try { localStorage.setItem(kept, JSON.stringify({ ...chosen(), [kind]: id })); } catch { /* lasts as long as the page */ }
}

// Opens one device; a remembered one that is gone gives way to the browser's own choice.
export async function open(kind, height = 360, frameRate = 15) {
  if (!isSupported()) throw new DOMException('No capture here.', 'NotSupportedError');
  const wish = kind === 'audio'
    ? { echoCancellation: true, noiseSuppression: true, autoGainControl: true, ...exactly('audioinput') }
    : { height: { ideal: height }, frameRate: { ideal: frameRate }, aspectRatio: { ideal: 16 / 9 }, ...exactly('videoinput') };
  const stream = await navigator.mediaDevices.getUserMedia({ [kind]: wish });
  return stream.getTracks()[0];
}

// Both at once, so that the browser asks once. Gives { audio, video, causes }: what could not be opened says why.
export async function openBoth(height, frameRate) {
  const result = { causes: {} };
  if (!isSupported()) return { causes: { audio: 'unsupported', video: 'unsupported' } };
  try {
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true, ...exactly('audioinput') },
      video: { height: { ideal: height }, frameRate: { ideal: frameRate }, aspectRatio: { ideal: 16 / 9 }, ...exactly('videoinput') },
    });
    [result.audio] = stream.getAudioTracks();
    [result.video] = stream.getVideoTracks();
  } catch (fault) {
    for (const kind of ['audio', 'video']) {
      // Asking again after a refusal would only ask the person twice.
      const barred = causeOf(fault) === 'refused' && await permission(kind) !== 'granted';
      try {
        if (barred) throw fault;
        result[kind] = await open(kind, height, frameRate);
      } catch (why) {
        result.causes[kind] = causeOf(why);
      }
    }
  }
  return result;
}

export async function devices() {
  try { return await navigator.mediaDevices.enumerateDevices(); } catch { return []; }
}

async function permission(kind) {
  try { return (await navigator.permissions.query({ name: kind === 'audio' ? 'microphone' : 'camera' })).state; } catch { return 'unknown'; }
}

function exactly(kind) {
  const id = chosen()[kind];
  return id ? { deviceId: { ideal: id } } : {};
}
