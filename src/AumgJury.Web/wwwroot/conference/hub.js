// The wire of the conference: one hub connection that carries frames one way and signals the other (docs/protocol.md). The
// library is fetched only when media is wanted. Nothing of Janus ever comes here.
const protocol = 4;
const library = new URL('../lib/signalr/signalr.min.js', import.meta.url).href;
let loading;

function load() {
  loading ??= new Promise((done, fail) => {
    const tag = document.createElement('script');
    tag.src = library;
    tag.onload = () => done(globalThis.signalR);
    tag.onerror = () => {
      loading = undefined;
      tag.remove();
      fail(new Error('The hub library did not come.'));
    };
    document.head.append(tag);
  });
  return loading;
}

// Connects; rejects when the server is not there. closed() is called once, whatever ends the connection.
export async function open(closed) {
  const signalR = await load();
  // The same signs of life as the circuit (look/circuit.js): a background tab answers pings on receipt.
  const connection = new signalR.HubConnectionBuilder()
    .withUrl('jury')
    .withServerTimeout(6000)
    .withKeepAliveInterval(1500)
    .configureLogging(signalR.LogLevel.None)
    .build();
  connection.on('protocol', number => { if (number !== protocol) location.reload(); });
  connection.onclose(closed);
  await connection.start();
  const stream = (call, frame, end) => connection.stream(...call).subscribe({ next: frame, complete: end, error: end });
  return {
    media: (frame, end) => stream(['Media'], frame, end),
    test: (relay, frame, end) => stream(['Test', relay], frame, end),
    signal: signal => connection.invoke('Signal', signal),
    close: () => connection.stop().catch(() => { /* it was gone already */ }),
  };
}
