namespace AumgJury.EndToEnd.Sittings;

/// <summary>What is looked at inside the page of somebody without a mouse.</summary>
internal static class TypistScripts
{
    /// <summary>
    /// Runs before the page's own scripts. The focus may be nowhere for a moment, while a control that went gives it away; a
    /// second and a half is more than the page's own patience by far, and less than a person's.
    /// </summary>
    public const string Watch =
        """
        (() => {
          const faults = [];
          globalThis.watchOfTest = { faults };
          addEventListener('pointerdown', event => faults.push(`pointed at: ${event.target.outerHTML.slice(0, 120)}`), true);
          let had, since;
          addEventListener('focusin', event => { had = event.target; }, true);
          addEventListener('keydown', event => { if (event.key === 'Tab') had = undefined; }, true);
          setInterval(() => {
            if (!had || document.activeElement !== document.body) { since = undefined; return; }
            since ??= performance.now();
            if (performance.now() - since < 1500) return;
            faults.push(`the focus was lost with: ${had.outerHTML.slice(0, 160)}`);
            had = undefined;
          }, 50);
        })();
        """;

    /// <summary>Why the stop of Tab that has the focus now cannot be seen, once the page has come to rest; null when it can, or when Tab is between end and beginning.</summary>
    public const string FaultOfStop =
        """
        async () => {
          const shows = element => {
            const style = element && getComputedStyle(element);
            return style && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
          };
          const look = () => {
            const stop = document.activeElement;
            if (stop === document.body) return null;
            const named = what => `${what}: ${stop.outerHTML.slice(0, 160)}`;
            // The fields inside of an hour are the browser's own: it marks them, and the page what holds them (the outline below).
            if (!stop.matches(':focus-visible') && stop.type !== 'time') return named('no visible focus');
            const label = stop.closest('label');
            if (![stop, stop.nextElementSibling, label].some(shows)) return named('no outline');
            const box = stop.getBoundingClientRect();
            const left = Math.max(0, box.left), top = Math.max(0, box.top);
            const width = Math.min(innerWidth, box.right) - left, height = Math.min(innerHeight, box.bottom) - top;
            if (width < 1 || height < 1) return named('out of the window');
            const hits = [];
            for (const x of [0.1, 0.5, 0.9]) for (const y of [0.1, 0.5, 0.9]) hits.push(document.elementFromPoint(left + width * x, top + height * y));
            return hits.some(hit => hit && (stop.contains(hit) || hit === label || label?.contains(hit)))
              ? null
              : named(`covered at ${Math.round(left)}, ${Math.round(top)} (${Math.round(width)} x ${Math.round(height)}) by ${hits[4]?.outerHTML.slice(0, 80)}`);
          };
          let fault = look();
          for (const begun = performance.now(); fault && performance.now() < begun + 2000;) {
            await new Promise(requestAnimationFrame);
            fault = look();
          }
          return fault;
        }
        """;
}
