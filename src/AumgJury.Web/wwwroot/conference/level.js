// How loud a track is, from 0 to 1, ten times a second.
const each = 100; // ms

export function listen(track, hear) {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 512;
  context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
  const samples = new Uint8Array(analyser.fftSize);
  if (context.state === 'suspended') context.resume().catch(() => { /* it starts with the first press */ });
  const timer = setInterval(() => {
    analyser.getByteTimeDomainData(samples);
    const power = samples.reduce((sum, sample) => sum + ((sample - 128) / 128) ** 2, 0) / samples.length;
    hear(Math.min(1, Math.sqrt(power) * 3));
  }, each);
  return () => {
    clearInterval(timer);
    context.close().catch(() => { /* closed already */ });
  };
}

// A tone of one second, through the chosen loudspeaker when the browser lets it be chosen.
export async function tone(sink) {
  const context = new AudioContext();
  const start = context.currentTime + 0.05;
  if (sink && context.setSinkId) await context.setSinkId(sink).catch(() => { /* gone: the browser's own */ });
  const level = context.createGain();
  level.connect(context.destination);
  for (const [pitch, delay] of [[440, 0], [554.37, 0.35], [659.25, 0.7]]) {
    const note = context.createOscillator();
    note.frequency.value = pitch;
    note.connect(level);
    note.start(start + delay);
    note.stop(start + delay + 0.3);
  }
  level.gain.setValueAtTime(0.25, start);
  setTimeout(() => context.close(), 1600);
}
