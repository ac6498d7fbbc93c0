// The one large button changes its words under the hand: after "Conclure" it moves somebody out. A double click and a key held
// down are one press, so that the second half of them is no second act.
const isAct = event => event.target.closest?.('[data-primary-act]');

addEventListener('click', event => { if (event.detail > 1 && isAct(event)) stop(event); }, true);
addEventListener('keydown', event => { if (event.repeat && (event.key === 'Enter' || event.key === ' ') && isAct(event)) stop(event); }, true);

function stop(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}
