export function show(dialog) {
  if (!dialog.open) dialog.showModal();
  dialog.querySelector('[data-safe]')?.focus();
}

// Closing gives the focus back to where it was.
export function hide(dialog) {
  if (dialog?.open) dialog.close();
}
