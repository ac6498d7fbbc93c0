// A browser gives no clipboard to a page without https; then the text is selected for the reader to copy.
export async function copy(field) {
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    return false;
  }
}

export function forget() {
}
