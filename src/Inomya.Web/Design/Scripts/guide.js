// The guide with no network: once it was opened, this device keeps every article, and the search looks through those it keeps.
// Articles hold nothing of the person. Where keeping pages is switched off, nothing is kept.
const pages = 'inomya-pages';
const { kept } = document.documentElement.dataset;
const form = document.querySelector('form[role=search]');
const found = document.getElementById('guide-found');

/** Has every article kept, as this page looks now. */
function keep() {
  const worker = navigator.serviceWorker?.controller;
  if (kept || !worker) return;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = event => { if (event.data) document.documentElement.dataset.guide = 'kept'; };
  worker.postMessage('guide', [port2]);
}

const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Shows the articles that have every word, in their title or in the copy that is kept. */
async function look(query) {
  const words = plain(query).match(/[\p{L}\p{N}]+/gu) ?? [];
  const cache = await caches.open(pages);
  let count = 0;
  for (const list of document.querySelectorAll('[data-articles]')) {
    let some = false;
    for (const door of list.querySelectorAll('a')) {
      const copy = await cache.match(door.pathname);
      const page = copy ? new DOMParser().parseFromString(await copy.text(), 'text/html').querySelector('.prose')?.textContent ?? '' : '';
      const text = plain(`${door.textContent} ${page}`);
      const fits = words.every(word => text.includes(word));
      door.parentElement.hidden = !fits;
      some ||= fits;
      count += fits;
    }
    list.hidden = list.previousElementSibling.hidden = !some;
  }
  found.textContent = count === 0 ? found.dataset.none : (count === 1 ? found.dataset.one : found.dataset.other).replace('{n}', count);
  found.hidden = false;
}

form?.addEventListener('submit', event => {
  if (navigator.onLine && !kept) return;
  event.preventDefault();
  look(new FormData(form).get('q') ?? '');
});

keep();
