import { Check } from '../../conference/check.js';

const checks = new WeakMap();
const names = ['NotTested', 'Works', 'Fails'];

export function mount(root, page) {
  checks.set(root, new Check(root, (...verdicts) => page.invokeMethodAsync('ReportAsync', ...verdicts.map(v => names.indexOf(v))).catch(() => { /* cut off: the test can be made again */ })));
}

export function unmount(root) {
  if (root) checks.get(root)?.close();
}
