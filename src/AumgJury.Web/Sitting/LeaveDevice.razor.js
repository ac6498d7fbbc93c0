// What waits is given a moment to reach the server, then nothing of the seat stays in this browser.
import { flush, forget } from './Marking/MarkingPanel.razor.js';

const patience = 2000; // ms

export async function leave(form, seat) {
  await Promise.race([flush(), new Promise(late => setTimeout(late, patience))]);
  forget(seat);
  try { sessionStorage.setItem('aumg-leaving', seat); } catch { /* then nothing was stored there either */ }
  form.submit();
}
