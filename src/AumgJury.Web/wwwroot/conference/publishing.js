// Sends: microphone and camera together, or a screen. A track may be missing or come later; nothing is negotiated anew then.
import { connect, describe, onLost } from './peers.js';

export class Publishing {
  constructor(room, source, signal, lost) {
    this.source = source;
    this.epoch = room.epoch;
    this.signal = signal;
    this.pc = connect(room);
    onLost(this.pc, lost);
  }

  // kinds: what may be sent. send: { height, frameRate, kbps }.
  async start(kinds, tracks, send) {
    for (const kind of kinds) {
      this.pc.addTransceiver(tracks[kind] ?? kind, { direction: 'sendonly' });
    }
    const sdp = await describe(this.pc, this.pc.createOffer);
    const answer = await this.signal({ type: 'publish', epoch: this.epoch, source: this.source, sdp: quiet(sdp) });
    if (this.pc.signalingState === 'closed') return;
    if (!answer?.sdp) throw new Error(answer?.refusal?.name ?? 'No answer to an offer.');
    await this.pc.setRemoteDescription({ type: 'answer', sdp: answer.sdp });
    await this.limit(send);
  }

  sender(kind) {
    return this.pc.getTransceivers().find(t => t.receiver.track.kind === kind)?.sender;
  }

  async replace(kind, track) {
    const sender = this.sender(kind);
    if (!sender || this.pc.signalingState === 'closed' || sender.track === track) return;
    await sender.replaceTrack(track);
  }

  // The size that the room asks for; a picture is made smaller before it is sent, not after.
  async limit(send) {
    const sender = this.sender('video');
    const parameters = sender?.getParameters();
    if (!send || !parameters?.encodings?.length) return;
    const height = sender.track?.getSettings?.().height ?? 0;
    const [encoding] = parameters.encodings;
    encoding.maxBitrate = send.kbps * 1000;
    encoding.maxFramerate = send.frameRate;
    if (this.source === 'camera') encoding.scaleResolutionDownBy = Math.max(1, height / (send.height || height || 1));
    await sender.setParameters(parameters).catch(() => { /* an older browser: the server's own limit holds */ });
  }

  close() {
    this.pc.close();
  }
}

// Silence costs nothing: Opus sends nothing while nobody speaks.
function quiet(sdp) {
  const opus = /a=rtpmap:(\d+) opus\//i.exec(sdp)?.[1];
  return opus && !sdp.includes('usedtx=1') ? sdp.replace(new RegExp(`(a=fmtp:${opus} [^\\r\\n]*)`), '$1;usedtx=1') : sdp;
}
