// Lets the app be put on the home screen and go on with no network. Where the browser cannot, nothing is missing.
const workers = navigator.serviceWorker;
const root = document.documentElement.dataset;

// after what the person came for is there
const calm = 3000;

/** Pages kept on this device are read again after something was saved, after a change of look, and once an hour. */
async function refresh() {
  const look = `${root.theme} ${root.size} ${document.documentElement.lang}`;
  let last = {};
  try {
    last = JSON.parse(localStorage.getItem('inomya-kept')) ?? {};
  } catch {
    // nothing known
  }
  if (root.kept || (!document.querySelector('[data-saved]') && last.look === look && Date.now() - last.at < 3600000 && Date.now() >= last.at)) return;
  const worker = (await workers.ready).active;
  worker.postMessage('refresh');
  try {
    localStorage.setItem('inomya-kept', JSON.stringify({ look, at: Date.now() }));
  } catch {
    // it is read again next time
  }
}

if (workers) {
  const before = workers.controller;
  workers.addEventListener('controllerchange', () => {
    const line = document.getElementById('new-version');
    if (before && line) line.hidden = false;
  });
  workers.register(new URL('../service-worker.js', import.meta.url)).then(() => setTimeout(refresh, calm)).catch(() => {});
}
