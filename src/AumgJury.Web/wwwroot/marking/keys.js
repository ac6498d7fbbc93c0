// The grid's keys, by their place on the keyboard: on AZERTY the digits need no Shift. They act on a focused radio of the
// grid only, never while a comment is typed.
const digits = /^(?:Digit|Numpad)([0-5])$/;

export function press(event) {
  const row = event.target.closest('fieldset[data-item]');
  if (!row || event.target.type !== 'radio' || event.ctrlKey || event.altKey || event.metaKey) return;
  const digit = digits.exec(event.code)?.[1];
  if (digit !== undefined) {
    event.preventDefault();
    mark(row, row.querySelector(`input[value="${digit}"]`));
  } else if (event.key === 'Delete') {
    event.preventDefault();
    const marked = row.querySelector('input:checked');
    if (marked) unmark(marked);
  } else if (event.key === 'Enter') {
    event.preventDefault();
    next(row)?.focus();
  }
}

function mark(row, radio) {
  radio.focus();
  if (radio.checked) return;
  radio.checked = true;
  radio.dispatchEvent(new Event('change', { bubbles: true }));
}

function unmark(radio) {
  radio.checked = false;
  radio.dispatchEvent(new Event('change', { bubbles: true }));
}

function next(row) {
  const rows = [...row.closest('[data-grid]').querySelectorAll('fieldset[data-item]')];
  const following = rows[rows.indexOf(row) + 1];
  return following && (following.querySelector('input:checked') ?? following.querySelector('input'));
}
