namespace AumgJury.EndToEnd.Conference;

/// <summary>The browser's side of the protocol, as small as it can be: two connections, driven from the test.</summary>
internal static class PeerScript
{
    /// <summary>What came to these connections: packets of each kind, and when the last of them came (milliseconds since 1970).</summary>
    public const string Arrived = """
        globalThis.arrived = async pcs => {
          const all = { audio: 0, video: 0, last: 0 };
          for (const pc of pcs) {
            for (const entry of (await pc.getStats()).values()) {
              if (entry.type !== 'inbound-rtp') continue;
              all[entry.kind] += entry.packetsReceived;
              all.last = Math.max(all.last, entry.lastPacketReceivedTimestamp ?? 0);
            }
          }
          return all;
        };

        """;

    public const string Text = Arrived + """
        window.peer = (() => {
          let pub, sub, screen, stream;
          let marked = [];
          const old = [];
          const gathered = pc => new Promise(done => {
            if (pc.iceGatheringState === 'complete') { done(); return; }
            pc.addEventListener('icegatheringstatechange', () => { if (pc.iceGatheringState === 'complete') done(); });
            setTimeout(done, 2000);
          });
          const made = ice => new RTCPeerConnection({ iceServers: ice.servers ?? [], iceTransportPolicy: ice.relay ? 'relay' : 'all' });
          const offered = async (pc, tracks) => {
            for (const track of tracks) pc.addTransceiver(track, { direction: 'sendonly' });
            await pc.setLocalDescription(await pc.createOffer());
            await gathered(pc);
            return pc.localDescription.sdp;
          };
          const sum = (report, type, kind, field) => { let n = 0; report.forEach(s => { if (s.type === type && (!kind || s.kind === kind)) n += s[field] ?? 0; }); return n; };
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
              const all = { audio: 0, video: 0, frames: 0, sent: 0, transport: 0 };
              for (const pc of [pub, sub, screen, ...old]) {
                if (!pc || pc.connectionState === 'closed') continue;
                const report = await pc.getStats();
                all.audio += sum(report, 'inbound-rtp', 'audio', 'packetsReceived');
                all.video += sum(report, 'inbound-rtp', 'video', 'packetsReceived');
                all.frames += sum(report, 'inbound-rtp', 'video', 'framesDecoded');
                all.sent += sum(report, 'outbound-rtp', null, 'packetsSent');
              }
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
