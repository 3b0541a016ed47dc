// The page "On this device": what is not sent yet, and which pages are kept.
const area = document.getElementById('device');
const words = area?.dataset;
const off = 'inomya-keep-none', pages = 'inomya-pages';
const lang = document.documentElement.lang, home = new URL('..', import.meta.url).pathname;

const text = (row, part, say) => { row.querySelector(`[data-part=${part}]`).textContent = say; };

/** How long ago, in the largest unit that is full. */
function age(at) {
  const minutes = Math.max(0, Math.floor((Date.now() - at) / 60000));
  const [count, unit] = minutes >= 1440 ? [Math.floor(minutes / 1440), 'day'] : minutes >= 60 ? [Math.floor(minutes / 60), 'hour'] : [minutes, 'minute'];
  return new Intl.RelativeTimeFormat(lang).format(-count, unit);
}

function line(item) {
  const row = document.getElementById('unsent-row').content.firstElementChild.cloneNode(true);
  const of = name => item.fields.find(f => f[0] === name)?.[1];
  const day = (of('day') ? new Date(`${of('day')}T12:00`) : new Date(item.at)).toLocaleDateString(lang, { dateStyle: 'full' });
  const what = words[`form-${of('_handler')}`.replace(/-(\w)/g, (_, c) => c.toUpperCase())] ?? of('_handler');
  text(row, 'what', item.said ? `${what}: ${item.said}` : what);
  text(row, 'day', words.day.replace('{day}', day));
  text(row, 'since', words.since.replace('{time}', new Date(item.at).toLocaleString(lang, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' })).replace('{age}', age(item.at)));
  text(row, 'why', words[`why${(item.why ?? 'waiting').replace(/^./, c => c.toUpperCase())}`]);
  const look = row.querySelector('[data-part=look]');
  // a form of an older version does not say where it can be looked at
  const place = item.look ?? (['checkin', 'short'].includes(of('_handler')) ? `${home}checkin/{day}` : '');
  // what was answered by a button has nothing to look at but the other answer: with a wrong day it is sent for today
  look.hidden = !item.why || !place || item.why === 'whose' || (of('row') !== undefined && !['conflict', 'changed'].includes(item.why));
  look.href = `${place.replace('{day}', item.why === 'ahead' || item.why === 'clock' ? item.today : of('day'))}#unsent=${item.id}`;
  const now = row.querySelector('[data-part=now]');
  now.hidden = !look.hidden && !!item.why;
  now.addEventListener('click', () => tell({
    id: item.id,
    item: { ...item, why: undefined, byDevice: false, whose: item.whose ?? document.documentElement.dataset.whose, fields: item.why && item.today ? item.fields.map(f => f[0] === 'day' ? ['day', item.today] : f) : item.fields },
  }));
  row.querySelector('[data-part=drop]').addEventListener('click', () => tell({ id: item.id, drop: true }));
  return row;
}

const tell = detail => document.dispatchEvent(new CustomEvent('outbox-send', { detail }));

async function kept() {
  const list = document.getElementById('kept-pages');
  const none = await caches.has(off);
  const found = await caches.has(pages) ? await (await caches.open(pages)).keys() : [];
  const rows = await Promise.all(found.filter(r => !/^(offline|device|guide\/.*)$/.test(new URL(r.url).pathname.slice(home.length))).map(async request => {
    const title = /<title>([^<]*)</.exec(await (await caches.match(request)).text())?.[1] ?? '';
    const row = document.createElement('li'), link = document.createElement('a');
    link.href = new URL(request.url).pathname;
    link.innerHTML = title;
    link.textContent = link.textContent || link.pathname;
    row.append(link);
    return row;
  }));
  list.replaceChildren(...rows);
  document.getElementById('kept-none')?.toggleAttribute('hidden', rows.length > 0);
  document.querySelector('[data-keep-pages=on]')?.toggleAttribute('hidden', !none);
  document.querySelector('[data-keep-pages=off]')?.toggleAttribute('hidden', none);
}

/** Whether the browser may take it away; where it does not say, nothing is said. */
async function stays() {
  const line = document.getElementById('stays'), kept = await navigator.storage?.persisted?.();
  line.hidden = kept === undefined;
  line.textContent = kept ? line.dataset.yes : line.dataset.no;
}

if (area) {
  stays().catch(() => {});
  document.addEventListener('outbox', event => {
    document.getElementById('unsent-list').replaceChildren(...event.detail.map(line));
    document.getElementById('unsent-none').hidden = event.detail.length > 0;
    const others = document.getElementById('unsent-others'), n = event.detail.others;
    others.hidden = !n;
    others.textContent = (others.dataset[new Intl.PluralRules(lang).select(n)] ?? others.dataset.other).replace('{n}', n);
  });
  for (const button of document.querySelectorAll('[data-keep-pages]'))
    button.addEventListener('click', async () => {
      if (button.dataset.keepPages === 'off') {
        await caches.open(off);
        await caches.delete(pages);
      } else await caches.delete(off);
      const worker = (await navigator.serviceWorker?.ready)?.active;
      const channel = new MessageChannel();
      channel.port1.onmessage = kept;
      worker?.postMessage('refresh', [channel.port2]);
      await kept();
    });
}
if (document.getElementById('kept-pages') && 'caches' in self) kept();
