// Lets the app open with no network: stylesheet, fonts and scripts, and the last copy of a few pages, on this device alone.
// Pages that hold what a person recorded are in a cache of their own; the page /device shows them, removes them and switches keeping off.
// Why: docs/decisions/2611-offline.md. The server fills in VERSION, ROOT, FILES and PAGES, and below which path every address is.
const version = 'VERSION', pages = 'inomya-pages', off = 'inomya-keep-none', owner = 'inomya-whose', root = ROOT;
const files = FILES, always = ['/offline', '/device'], keep = PAGES;
const patience = 8000;

const kept = () => caches.open(pages);
const read = path => fetch(path, { cache: 'no-store' }).then(belong).catch(() => null);
const named = path => path.replace(/\.[0-9a-f]{10}(?=\.\w+$)/, '');
const isKept = path => always.includes(path) || keep.some(page => path === page || (page.endsWith('/') && page !== root && path.startsWith(page)));

self.addEventListener('install', event => event.waitUntil((async () => {
  await (await caches.open(version)).addAll(files);
  await refresh(always);
  await self.skipWaiting();
})()));

self.addEventListener('activate', event => event.waitUntil((async () => {
  for (const name of await caches.keys())
    if (![version, pages, off, owner].includes(name)) await caches.delete(name);
  // the network is asked while the worker still wakes up
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
})()));

/** Copies are of one person: where another is signed in, or nobody is any more, they go before anything else is kept. */
async function belongTo(now) {
  const mark = await caches.open(owner), last = await mark.match('/whose');
  if (await last?.text() === now) return;
  await drop(path => path !== '/offline');
  await mark.put('/whose', new Response(now));
}

/** One answer after the other, so that none drops what another has just kept. */
let looked = Promise.resolve();
async function belong(answer) {
  const now = answer.headers.get('inomya-whose');
  if (now) await (looked = looked.then(() => belongTo(now)));
  return answer;
}

/** Reads pages again; one that cannot be read keeps its last copy. True when all were read. */
async function refresh(paths) {
  const cache = await kept();
  let all = true;
  for (const path of paths) {
    const answer = await read(path);
    all = Boolean(answer?.ok) && !answer.redirected && await cache.put(path, answer).then(() => true, () => false) && all;
  }
  return all;
}

/** Lets go of kept pages. */
async function drop(isGone) {
  const cache = await kept();
  for (const { url } of await cache.keys()) if (isGone(new URL(url).pathname)) await cache.delete(url);
}

/** The whole guide, once a version, language and look; it holds nothing of the person. True when all of it is kept. */
async function readGuide() {
  const cache = await kept(), list = '/guide/offline-list';
  const answer = await read(list);
  if (!answer?.ok) return false;
  const [now, last] = [await answer.clone().text(), await (await cache.match(list))?.text()];
  if (now === last) return true;
  const { pages: listed } = JSON.parse(now);
  if (!await refresh(listed)) return false;
  await drop(path => path.startsWith('/guide/') && path !== list && !listed.includes(path));
  return cache.put(list, answer).then(() => true, () => false);
}

let reading;
const guide = () => reading ??= readGuide().finally(() => { reading = undefined; });

// 'refresh': the pages of every day, and the guide where data is not dear; 'guide': someone opened it
self.addEventListener('message', event => ['refresh', 'guide'].includes(event.data) && event.waitUntil((async () => {
  const none = await caches.has(off), asked = event.data === 'guide';
  // with no network, copies of what is put away for the person would be shown all the same
  const answer = await read('/put-away'), away = answer?.ok ? await answer.json() : [];
  await drop(path => away.some(from => `${path}/`.startsWith(from)));
  if (!asked) await refresh(none ? always : [...always, ...keep.filter(page => page === root || !page.endsWith('/'))]);
  const all = !none && keep.includes('/guide/') && (asked || !self.navigator.connection?.saveData) && await guide();
  event.ports[0]?.postMessage(asked ? all : 'done');
})()));

/** A page from the network; where there is none, or it takes too long, its last copy, marked with its time. */
async function page(event) {
  const path = new URL(event.request.url).pathname;
  const last = async () => {
    const copy = await (await kept()).match(path);
    if (!copy) return null;
    const html = (await copy.text()).replace('<html ', `<html data-kept="${copy.headers.get('date') ?? ''}" `);
    return new Response(html, { status: 200, headers: copy.headers });
  };
  const fresh = Promise.resolve(event.preloadResponse).then(early => early ?? fetch(event.request)).then(belong).then(answer => {
    if (answer.ok && !answer.redirected && isKept(path) && !new URL(event.request.url).search) {
      const copy = answer.clone();
      event.waitUntil((async () => {
        if (always.includes(path) || !await caches.has(off)) await (await kept()).put(path, copy);
      })().catch(() => {}));
    }
    return answer;
  });
  const late = new Promise(done => { setTimeout(done, patience); }).then(async () => await last() ?? fresh);
  return Promise.race([fresh, late]).catch(async () => await last() ?? await (await kept()).match('/offline') ?? Response.error());
}

/** A page of another version asks for files under other hashes: it gets those of the same name. */
async function file(request) {
  const path = new URL(request.url).pathname;
  const cache = await caches.open(version);
  const exact = await cache.match(path);
  if (exact) return exact;
  const same = files.find(f => named(f) === named(path));
  return fetch(request).catch(error => same ? cache.match(same) : Promise.reject(error));
}

self.addEventListener('fetch', event => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin) return;
  if (request.mode === 'navigate' && request.method === 'GET') event.respondWith(page(event));
  else if (request.mode === 'navigate') event.respondWith(fetch(request).catch(async () => await (await kept()).match('/offline') ?? Response.error()));
  else if (pathname.startsWith('/assets/')) event.respondWith(file(request));
});
