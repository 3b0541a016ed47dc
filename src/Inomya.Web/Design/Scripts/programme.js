// A programme on this device: its steps are kept once one is enrolled, so that they open with no network; a text is gone on with where it was left; print.
const pages = 'inomya-pages', off = 'inomya-keep-none', place = 'inomya-place:';

/** Keeps the pages of the steps, once a version. They go with the other kept pages, on /device. */
async function keep(list) {
  if (document.documentElement.dataset.kept || navigator.connection?.saveData || !('caches' in window) || !navigator.serviceWorker?.controller) return;
  if (await caches.has(off)) return;
  const cache = await caches.open(pages), version = `${list.dataset.keepVersion} ${document.documentElement.className}`, mark = `${location.pathname}/kept-steps`;
  if (await (await cache.match(mark))?.text() === version) return;
  for (const path of list.dataset.keepPages.split(' ')) {
    const answer = await fetch(path, { cache: 'no-store' });
    if (!answer.ok || answer.redirected) return;
    await cache.put(path, answer);
  }
  await cache.put(mark, new Response(version));
  list.dataset.keepDone = 'yes';
}

/** Remembers the paragraph that one had come to, and goes back to it. Gone again once the end was reached. */
function goOn(text) {
  const key = `${place}${location.pathname}`, parts = [...text.querySelectorAll('h2, p, li')];
  const save = at => {
    try {
      if (at > 0 && at < parts.length - 2) localStorage.setItem(key, String(at));
      else localStorage.removeItem(key);
    } catch {
      // no storage: one begins at the top
    }
  };
  let last = 0;
  try {
    last = Number(localStorage.getItem(key));
  } catch {
    // nothing is known of it
  }
  if (last > 0 && !location.hash && performance.getEntriesByType('navigation')[0]?.type !== 'back_forward') parts[last]?.scrollIntoView({ block: 'start' });
  let timer;
  addEventListener('scroll', () => {
    clearTimeout(timer);
    timer = setTimeout(() => save(parts.findIndex(part => part.getBoundingClientRect().bottom > 120)), 300);
  }, { passive: true });
}

const list = document.querySelector('[data-keep-pages]');
if (list) keep(list).catch(() => {});
const text = document.querySelector('[data-place]');
if (text && !text.closest('details')) goOn(text);
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}
