// Starts Blazor with the same signs of life as the server (Hosting/Circuits.cs) and never gives up reconnecting.
// 1.5 s, not 2: when the server's ping arrives, the client's own is then overdue and is sent on receipt,
// so a background tab, whose timers the browser slows down, still counts as present.
// The server asks for this before a planned stop; it answers first, so that the server's question is closed (Hosting/PlannedStop.cs).
window.pauseForRestart = () => { setTimeout(() => Blazor.pauseCircuit(), 0); };

const wait = [0, 500, 1000, 2000];

Blazor.start({
  circuit: {
    // No library here has an initializer (CircuitTests asks the server): without these lists Blazor asks, a round trip before every circuit.
    initializers: { beforeStart: [], afterStarted: [] },
    configureSignalR: builder => builder.withServerTimeout(6000).withKeepAliveInterval(1500),
    reconnectionOptions: {
      maxRetries: Number.MAX_SAFE_INTEGER,
      retryIntervalMilliseconds: tries => wait[tries] ?? 3000,
    },
  },
});
