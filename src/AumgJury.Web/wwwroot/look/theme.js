// Runs before the first paint: the theme is never seen changing. The system's choice holds until the switch is pressed.
(() => {
  const root = document.documentElement;
  const system = matchMedia('(prefers-color-scheme: dark)');
  // At a seat the choice is that seat's: several people may sit in the tabs of one browser. The browser's own holds until then.
  const seat = new URL(document.baseURI).pathname.match(/\/s\/[^/]+/)?.[0] ?? '';
  const kept = () => {
    try { return localStorage.getItem('theme' + seat) ?? localStorage.getItem('theme'); } catch { return null; } // private windows may refuse storage
  };
  const apply = () => { root.dataset.theme = kept() ?? (system.matches ? 'dark' : 'light'); };

  apply();
  system.addEventListener('change', apply);
  addEventListener('storage', apply);
  document.addEventListener('click', event => {
    if (!event.target.closest?.('[data-theme-switch]')) return;
    const next = root.dataset.theme === 'dark' ? 'light' : 'dark';
    try { localStorage.setItem('theme' + seat, next); } catch { /* the choice lasts as long as the page */ }
    root.dataset.theme = next;
  });
})();
