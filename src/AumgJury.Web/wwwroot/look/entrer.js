// A personal link: the secret leaves the address bar at once, is posted, and the person reads their name before anything is opened.
const root = document.getElementById('entree');
const form = root.querySelector('form');
const steps = root.querySelectorAll('[data-step]');
const secret = location.hash.slice(1);
history.replaceState(null, '', location.pathname);

for (const again of root.querySelectorAll('[data-again]')) again.addEventListener('click', look);
form.addEventListener('submit', event => {
  const held = !root.querySelector('[data-held]').hidden;
  if (held && !form.takeover.checked) {
    event.preventDefault();
    form.takeover.focus();
  }
});
if (secret) look();

async function look() {
  show('looking');
  try {
    const answer = await fetch(`${root.dataset.base}/entrer/lien`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ secret }),
    });
    if (answer.status === 404 || answer.status === 400) return show('unknown');
    if (answer.status === 429) return show('busy');
    if (!answer.ok) return show('failed');
    know(await answer.json());
  } catch {
    show('failed');
  }
}

function know({ name, capacity, number, held, afterRollCall }) {
  const who = root.querySelector('.who');
  who.textContent = who.dataset.template.replace('{0}', name).replace('{1}', capacity);
  form.action = `/s/${number}/entrer`;
  form.secret.value = secret;
  root.querySelector('[data-held]').hidden = !held;
  root.querySelector('[data-after-roll-call]').hidden = !(held && afterRollCall);
  show('known');
  form.querySelector('button').focus();
}

function show(step) {
  for (const element of steps) element.hidden = element.dataset.step !== step;
}
