// Shows a document with pdf.js, which is loaded when the first one is opened. Each document keeps its page while this page lives.
const kept = new Map(); // address → page
const viewers = new WeakMap();
let library;

function load() {
  library ??= import('../../lib/pdfjs/pdf.min.mjs').then(pdf => {
    pdf.GlobalWorkerOptions.workerSrc = new URL('../../lib/pdfjs/pdf.worker.min.mjs', import.meta.url).href;
    return pdf;
  }).catch(fault => { library = undefined; throw fault; });
  return library;
}

const beside = folder => new URL(`../../lib/pdfjs/${folder}/`, import.meta.url).href;

export function open(root, address) {
  if (!root) return;
  const gone = new AbortController();
  const viewer = { root, address, gone, page: kept.get(address) ?? 1, zoom: 1, part: name => root.querySelector(`[data-${name}]`) };
  viewers.set(root, viewer);
  const on = (name, act) => viewer.part(name).addEventListener('click', act, { signal: gone.signal });
  on('previous', () => turn(viewer, viewer.page - 1));
  on('next', () => turn(viewer, viewer.page + 1));
  on('smaller', () => magnify(viewer, 1 / 1.25));
  on('larger', () => magnify(viewer, 1.25));
  on('again', () => read(viewer));
  viewer.part('paper').addEventListener('keydown', event => key(viewer, event), { signal: gone.signal });
  let wait;
  const sizes = new ResizeObserver(() => {
    clearTimeout(wait);
    wait = setTimeout(() => { if (viewer.pdf && viewer.part('paper').clientWidth !== viewer.width) draw(viewer); }, 150);
  });
  sizes.observe(root);
  gone.signal.addEventListener('abort', () => { sizes.disconnect(); clearTimeout(wait); viewer.task?.destroy(); });
  read(viewer);
}

export function close(root) {
  if (root) viewers.get(root)?.gone.abort();
}

async function read(viewer) {
  say(viewer, 'opening');
  try {
    const pdf = await load();
    if (viewer.gone.signal.aborted) return;
    viewer.pdfjs = pdf;
    viewer.task = pdf.getDocument({
      url: new URL(viewer.address, document.baseURI).href,
      standardFontDataUrl: beside('standard_fonts'),
      wasmUrl: beside('wasm'),
      useWasm: false, // our policy allows no WebAssembly, nor eval: this build uses none
      enableXfa: false,
    });
    viewer.pdf = await viewer.task.promise;
    viewer.page = Math.min(viewer.page, viewer.pdf.numPages);
    say(viewer);
    await draw(viewer);
  } catch {
    if (!viewer.gone.signal.aborted) say(viewer, 'failed');
  }
}

function say(viewer, state) {
  const line = viewer.part('words-line');
  line.textContent = state ? line.dataset[state] : '';
  viewer.part('again').hidden = state !== 'failed';
  viewer.root.dataset.viewer = state ?? 'shown';
  marks(viewer);
}

function marks(viewer) {
  const pages = viewer.pdf?.numPages ?? 0;
  const page = viewer.part('page');
  page.textContent = pages ? page.dataset.words.replace('{0}', viewer.page).replace('{1}', pages) : '';
  viewer.part('previous').disabled = viewer.page <= 1 || !pages;
  viewer.part('next').disabled = viewer.page >= pages;
  viewer.part('smaller').disabled = !pages || viewer.zoom <= 0.5;
  viewer.part('larger').disabled = !pages || viewer.zoom >= 4;
}

function key(viewer, event) {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const page = { PageDown: viewer.page + 1, PageUp: viewer.page - 1, Home: 1, End: viewer.pdf?.numPages }[event.key];
  if (page === undefined) return;
  event.preventDefault();
  turn(viewer, page);
}

async function turn(viewer, page) {
  if (!viewer.pdf || page < 1 || page > viewer.pdf.numPages || page === viewer.page) return;
  viewer.page = page;
  kept.set(viewer.address, page);
  await draw(viewer);
  viewer.part('paper').scrollTop = 0;
  if (viewer.root.getBoundingClientRect().top < 0) viewer.root.scrollIntoView({ block: 'start' });
}

function magnify(viewer, by) {
  viewer.zoom = Math.min(4, Math.max(0.5, viewer.zoom * by));
  draw(viewer);
}

// One page as wide as the paper allows, times the zoom; a newer drawing replaces one that is under way.
async function draw(viewer) {
  marks(viewer);
  const turnNumber = viewer.turn = (viewer.turn ?? 0) + 1;
  const paper = viewer.part('paper');
  const page = await viewer.pdf.getPage(viewer.page);
  viewer.width = paper.clientWidth;
  const room = Math.max(200, viewer.width - 2 * parseFloat(getComputedStyle(paper).paddingLeft || 0) - 16);
  const scale = viewer.zoom * Math.min(room, 900) / page.getViewport({ scale: 1 }).width;
  const viewport = page.getViewport({ scale });
  const density = Math.min(devicePixelRatio || 1, 3);
  const leaf = Object.assign(document.createElement('div'), { className: 'leaf' });
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(viewport.width * density);
  canvas.height = Math.floor(viewport.height * density);
  canvas.style.width = `${Math.floor(viewport.width)}px`;
  canvas.style.height = `${Math.floor(viewport.height)}px`;
  canvas.setAttribute('aria-hidden', 'true');
  const text = Object.assign(document.createElement('div'), { className: 'text' });
  text.style.setProperty('--total-scale-factor', scale);
  text.style.setProperty('--scale-round-x', '1px');
  text.style.setProperty('--scale-round-y', '1px');
  leaf.append(canvas, text);
  await page.render({ canvas, viewport, transform: density === 1 ? undefined : [density, 0, 0, density, 0, 0] }).promise;
  await new viewer.pdfjs.TextLayer({ textContentSource: page.streamTextContent(), container: text, viewport }).render();
  if (viewer.turn === turnNumber && !viewer.gone.signal.aborted) paper.replaceChildren(leaf);
}
