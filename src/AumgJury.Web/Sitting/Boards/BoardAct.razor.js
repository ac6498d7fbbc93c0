// Sends the form of that id; its own code says what is missing and puts the cursor there.
export function send(id) {
  const form = document.getElementById(id);
  if (!form) { return; }
  reveal(form);
  form.requestSubmit();
}

// A row was chosen and its detail stands elsewhere: on a phone, in another pane.
export function showDetail(board) {
  const detail = board.closest('.room')?.querySelector('[data-board-detail]');
  if (detail) { reveal(detail); }
}

function reveal(element) {
  element.dispatchEvent(new Event('reveal-pane', { bubbles: true }));
}
