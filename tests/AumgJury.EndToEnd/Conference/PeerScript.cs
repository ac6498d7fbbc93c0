namespace AumgJury.EndToEnd.Conference;

/// <summary>The browser's side of the protocol, as small as it can be: two connections, driven from the test.</summary>
internal static class PeerScript
{
    /// <summary>
    /// What came to these connections: packets of each kind, and when the last of them came (milliseconds since 1970). A browser forgets the
    /// figures of a line that the negotiation took away, and begins at zero when it comes back, and those of a connection that is closed; here
    /// nothing that came is ever forgotten, so that two counts tell what came between them.
    /// </summary>
    public const string Arrived = """
        globalThis.cameTo = async pc => {
          const kept = pc.cameTo ??= new Map();
          for (const entry of pc.connectionState === 'closed' ? [] : (await pc.getStats()).values()) {
            if (entry.type !== 'inbound-rtp') continue;
            const line = kept.get(entry.id) ?? { kind: entry.kind, before: 0, packets: 0, framesBefore: 0, frames: 0, last: 0 };
            if (entry.packetsReceived < line.packets) { line.before += line.packets; line.framesBefore += line.frames; }
            line.packets = entry.packetsReceived;
            line.frames = entry.framesDecoded ?? 0;
            line.last = Math.max(line.last, entry.lastPacketReceivedTimestamp ?? 0);
            kept.set(entry.id, line);
          }
          return [...kept.values()];
        };
        globalThis.arrived = async pcs => {
          const all = { audio: 0, video: 0, frames: 0, last: 0 };
          for (const pc of pcs) {
            for (const line of await cameTo(pc)) {
              all[line.kind] += line.before + line.packets;
              all.frames += line.framesBefore + line.frames;
              all.last = Math.max(all.last, line.last);
            }
          }
          return all;
        };

        """;

    /// <summary>
    /// Waits until this browser has counted whatever had come to its sockets: it reads them by turns, so what came before a word that it sent
    /// to itself and got back twice is read with it. Then its statistics are fresh (they are kept for 50 ms).
    /// </summary>
    public const string Settled = """
        globalThis.settled = async () => {
          const [here, there] = [new RTCPeerConnection(), new RTCPeerConnection()];
          try {
            here.onicecandidate = ({ candidate }) => there.addIceCandidate(candidate);
            there.onicecandidate = ({ candidate }) => here.addIceCandidate(candidate);
            there.ondatachannel = ({ channel }) => { channel.onmessage = ({ data }) => channel.send(data); };
            const line = here.createDataChannel('echo');
            const opened = new Promise(done => { line.onopen = done; });
            await here.setLocalDescription();
            await there.setRemoteDescription(here.localDescription);
            await there.setLocalDescription();
            await here.setRemoteDescription(there.localDescription);
            await opened;
            for (let i = 0; i < 2; i++) await new Promise(done => { line.onmessage = done; line.send('?'); });
          } finally {
            here.close();
            there.close();
          }
          await new Promise(done => setTimeout(done, 100));
        };

        """;

    public const string Text = Arrived + Settled + """
        window.peer = (() => {
          let pub, sub, screen, stream;
          let marked = [];
          const old = [], every = [];
          const gathered = pc => new Promise(done => {
            if (pc.iceGatheringState === 'complete') { done(); return; }
            pc.addEventListener('icegatheringstatechange', () => { if (pc.iceGatheringState === 'complete') done(); });
            setTimeout(done, 2000);
          });
          const made = ice => {
            const pc = new RTCPeerConnection({ iceServers: ice.servers ?? [], iceTransportPolicy: ice.relay ? 'relay' : 'all' });
            every.push(pc);
            return pc;
          };
          const offered = async (pc, tracks) => {
            for (const track of tracks) pc.addTransceiver(track, { direction: 'sendonly' });
            await pc.setLocalDescription(await pc.createOffer());
            await gathered(pc);
            return pc.localDescription.sdp;
          };
          return {
            async publish(ice) {
              stream ??= await navigator.mediaDevices.getUserMedia({ audio: true, video: { width: 320, height: 180, frameRate: 10 } });
              if (pub) old.push(pub);
              pub = made(ice);
              return offered(pub, stream.getTracks());
            },
            async published(sdp) { await pub.setRemoteDescription({ type: 'answer', sdp }); },
            async share(ice) {
              const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 360 });
              const pen = canvas.getContext('2d');
              setInterval(() => { pen.fillStyle = `hsl(${Date.now() / 20 % 360} 60% 40%)`; pen.fillRect(0, 0, 640, 360); }, 100);
              screen = made(ice);
              return offered(screen, canvas.captureStream(8).getVideoTracks());
            },
            async shared(sdp) { await screen.setRemoteDescription({ type: 'answer', sdp }); },
            async answer(ice, sdp) {
              sub ??= made(ice);
              await sub.setRemoteDescription({ type: 'offer', sdp });
              await sub.setLocalDescription(await sub.createAnswer());
              await gathered(sub);
              return sub.localDescription.sdp;
            },
            close(keep) {
              for (const pc of [pub, sub, screen]) if (pc) keep ? old.push(pc) : pc.close();
              pub = sub = screen = undefined;
            },
            async mark() {
              marked = [pub, sub, screen, ...old].filter(Boolean);
              return arrived(marked);
            },
            marked: () => arrived(marked),
            drop() {
              for (const pc of marked) { pc.close(); const at = old.indexOf(pc); if (at >= 0) old.splice(at, 1); }
              marked = [];
            },
            async stats() {
              const open = [pub, sub, screen, ...old].filter(pc => pc && pc.connectionState !== 'closed');
              const all = { ...await arrived(every), sent: 0 };
              for (const pc of open) (await pc.getStats()).forEach(s => { if (s.type === 'outbound-rtp') all.sent += s.packetsSent ?? 0; });
              const report = sub ? await sub.getStats() : new Map();
              const lines = {};
              report.forEach(s => { if (s.type === 'inbound-rtp') lines[s.mid] = s.packetsReceived; });
              let pair = '';
              if (pub) { const r = await pub.getStats(); r.forEach(s => { if (s.type === 'transport' && s.selectedCandidatePairId) { const p = r.get(s.selectedCandidatePairId); pair = r.get(p.localCandidateId)?.candidateType + ' ' + (r.get(p.localCandidateId)?.relayProtocol ?? ''); } }); }
              return { ...all, lines, pair };
            },
          };
        })();
        """;
}
