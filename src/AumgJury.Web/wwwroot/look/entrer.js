// A personal link: the secret leaves the address bar at once, is posted, and the person reads their name before anything is opened.
const root = document.getElementById('entree');
const form = root.querySelector('form');
const steps = root.querySelectorAll('[data-step]');
const place = 'aumg:place:';
let secret = '';

for (const again of root.querySelectorAll('[data-again]')) again.addEventListener('click', look);
form.addEventListener('submit', () => {
  // Only the seat's number, never the secret: the Back button then finds the way to the seat again.
  sessionStorage.setItem(place + form.dataset.number, '');
});
// A link pasted into this very page changes the fragment alone.
addEventListener('hashchange', open);
open();

function open() {
  const found = location.hash.slice(1);
  if (!found) {
    if (!secret) offerSeat();
    return;
  }
  secret = found;
  history.replaceState(null, '', location.pathname);
  look();
}

function offerSeat() {
  const seat = Object.keys(sessionStorage).find(key => key.startsWith(place));
  const back = root.querySelector('[data-back]');
  back.hidden = !seat;
  if (seat) back.querySelector('a').href = `/s/${encodeURIComponent(seat.slice(place.length))}/salle`;
}

async function look() {
  show('looking');
  try {
    const answer = await ask(root.dataset.base);
    if (answer.status === 404 || answer.status === 400) return show('unknown');
    if (answer.status === 410) return show('over');
    if (answer.status === 429) return show('busy');
    if (!answer.ok) return show('failed');
    const found = await answer.json();
    // Under the seat's own path the browser says whether it holds the seat itself: then there is nothing to take over.
    const here = found.held ? await hereOf(found.number) : {};
    if (here.here) return location.replace(`/s/${found.number}/salle`);
    know({ ...found, marksHere: here.marksHere });
  } catch {
    show('failed');
  }
}

function ask(base) {
  return fetch(`${base}/entrer/lien`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ secret }),
  });
}

async function hereOf(number) {
  const answer = await ask(`/s/${number}`);
  return answer.ok ? answer.json() : {};
}

function know({ name, capacity, number, held, waits, confirms, marks, marksHere }) {
  const who = root.querySelector('.who');
  who.textContent = who.dataset.template.replace('{0}', name).replace('{1}', capacity);
  form.action = `/s/${number}/entrer`;
  form.dataset.number = number;
  form.secret.value = secret;
  root.querySelector('[data-held]').hidden = !held;
  root.querySelector('[data-free]').hidden = held;
  root.querySelector('[data-waits]').hidden = !(held && waits);
  root.querySelector('[data-marks]').hidden = !marks;
  // A device that only marks waits in any case.
  root.querySelector('[data-marks-wait]').hidden = waits;
  const back = root.querySelector('[data-marks-here]');
  back.hidden = !marksHere;
  back.querySelector('a').href = `/s/${number}/salle`;
  const enter = form.querySelector('[data-free]');
  enter.dataset.enters ??= enter.textContent;
  enter.textContent = confirms ? enter.dataset.confirms : enter.dataset.enters;
  form.confirm.value = String(confirms);
  root.querySelector('[data-alone]').hidden = !confirms;
  show('known');
  [...form.querySelectorAll('button')].find(button => button.checkVisibility()).focus();
}

function show(step) {
  for (const element of steps) element.hidden = element.dataset.step !== step;
}
