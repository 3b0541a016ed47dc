// Keeps the shell of the app on the device: stylesheet, fonts, scripts, and the page for when there is no network.
// Never keeps a page with health data: what a person recorded stays in the journal alone. Why: docs/decisions/2611-design.md.
// The server fills in VERSION and FILES; a new version fetches its own files and removes those of the last one.
const version = 'VERSION';
const offline = '/offline';
const files = FILES;

self.addEventListener('install', event => event.waitUntil(
  caches.open(version).then(cache => cache.addAll([offline, ...files])).then(() => self.skipWaiting())));

self.addEventListener('activate', event => event.waitUntil(
  caches.keys().then(names => Promise.all(names.filter(name => name !== version).map(name => caches.delete(name)))).then(() => self.clients.claim())));

self.addEventListener('fetch', event => {
  const { request } = event;
  if (request.mode === 'navigate') event.respondWith(fetch(request).catch(() => caches.match(offline)));
  else if (files.includes(new URL(request.url).pathname)) event.respondWith(caches.match(request).then(kept => kept ?? fetch(request)));
});
