// Sends the form of that id, if it is shown; its own code says what is missing and puts the cursor there.
export function send(id) {
  const form = document.getElementById(id);
  if (!form) { return; }
  // On a phone the ranking may be in another pane: it is shown first.
  const pane = form.closest('[data-part]')?.dataset.part;
  document.querySelector(`.panes [data-show="${pane}"]`)?.click();
  form.requestSubmit();
}

export function done() { }
