// Sends the forms that can wait for a connection: form[data-outbox], whose value is the page where it can be looked at, with {day} for its day.
// Each is written to this device first and leaves it only when the journal said that it has it: a dropped network, a stopped server or a closed tab loses nothing, and the submission's id lets it count once however often it is sent.
// What the journal cannot take without the person (two answers, a wrong clock) stays here until they said what is right: page /device.

const { lang, dataset: { whose } } = document.documentElement;
const patience = 10000, tryAgain = 30000;

function open() {
  return new Promise((done, failed) => {
    const asked = indexedDB.open('inomya', 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore('outbox', { keyPath: 'id' });
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  });
}

async function box(mode, act) {
  const db = await open();
  try {
    return await new Promise((done, failed) => {
      const all = db.transaction('outbox', mode);
      const asked = act(all.objectStore('outbox'));
      all.oncomplete = () => done(asked.result);
      all.onerror = all.onabort = () => failed(all.error);
    });
  } finally {
    db.close();
  }
}

const put = item => box('readwrite', b => b.put(item));
const drop = id => box('readwrite', b => b.delete(id));
const waitingOfAll = () => box('readonly', b => b.getAll()).then(all => all.sort((a, b) => a.at - b.at), () => []);
/** One of an older version does not say whose it is. */
const isMine = item => !item.whose || item.whose === whose;
const waiting = async () => (await waitingOfAll()).filter(isMine);
/** Nobody was signed in when the last form was sent. */
let isOut = false;

/** { to, crisis } when the journal has it, { why, today } when the person must look, { why: 'failed' } when the journal failed at this one, null when it has to wait. */
async function send(item, again) {
  try {
    const answer = await fetch(new URL('../outbox', import.meta.url), {
      method: 'POST', headers: { 'content-type': 'application/json' }, signal: AbortSignal.timeout(patience),
      body: JSON.stringify({ fields: item.fields, byDevice: item.byDevice, clock: Date.now(), at: item.at, again, whose: item.whose }),
    });
    isOut = answer.status === 401;
    if (answer.ok) return await answer.json();
    return [400, 413, 415].includes(answer.status) ? { why: 'refused' } : [500, 507].includes(answer.status) ? { why: 'failed' } : null;
  } catch {
    return null;
  }
}

/** The copy that keep.js has of a form goes with it, unless more was typed since. */
function forget(item) {
  try {
    const key = `inomya-keep:@${item.whose}:${item.keep}`, kept = JSON.parse(localStorage.getItem(key));
    if (kept?.id === item.id) localStorage.removeItem(key);
  } catch {
    // no storage: no copy
  }
}

function show(id, before) {
  const words = document.getElementById(id) ?? document.getElementById('queued-notice');
  if (!words) return;
  document.querySelector(`[data-from="${id}"]`)?.remove();
  const notice = words.content.firstElementChild.cloneNode(true);
  notice.dataset.from = id;
  notice.tabIndex = -1;
  before.before(notice);
  notice.focus();
  notice.scrollIntoView({ block: 'center' });
}

const value = (form, name) => form.querySelector(`[type=hidden][name="${name}"]`);

/** How many forms of this page are on their way, one after the other as they were tapped; the page is left for the last answer, so that no quick second tap is lost. */
let sending = 0, before = Promise.resolve();

async function submit(event) {
  const { target: form, submitter } = event;
  if (form.dataset.plain) return;
  event.preventDefault();
  if (form.dataset.sending) return;
  form.dataset.sending = 'yes';
  await moved;
  const fields = [...new FormData(form, submitter)].filter(([name, text]) => typeof text === 'string' && name !== '__RequestVerificationToken');
  const item = {
    id: value(form, 'submission').value, at: Date.now(), whose, fields, byDevice: !!form.dataset.byDevice, keep: form.dataset.keep ?? '', look: form.dataset.outbox,
    said: submitter?.value || form.querySelector('[name=row]') ? submitter?.ariaLabel ?? submitter?.textContent.trim() : undefined,
  };
  sending++;
  const kept = put(item).then(() => true, () => false);
  before = before.then(() => kept).then(() => send(item, false));
  const answer = await before, safe = await kept;
  sending--;
  delete form.dataset.sending;
  if (answer?.to) {
    await drop(item.id).catch(() => {});
    forget(item);
    if (sending === 0) location.assign(answer.to);
  } else if (answer && answer.why !== 'whose' && navigator.onLine !== false && !document.documentElement.dataset.kept) {
    // the journal asks or fails: its own page has the words and the fields for it
    await (answer.why === 'failed' ? put({ ...item, ...answer }) : drop(item.id)).catch(() => {});
    form.dataset.plain = 'yes';
    form.requestSubmit(submitter);
  } else if (safe) {
    if (answer) await put({ ...item, ...answer });
    // asked for now that there is something to lose; a browser may say no
    navigator.storage?.persist?.().catch(() => {});
    // what is changed in this form from here on is a submission of its own, made on top of this one
    value(form, 'submission').value = crypto.randomUUID?.() ?? item.id.slice(0, -12) + String(Date.now()).slice(-12);
    if (value(form, 'seen')) value(form, 'seen').value = JSON.stringify(fields.filter(([name]) => name !== 'seen' && name !== 'submission'));
    forget(item);
    show(answer?.why === 'whose' ? 'whose-notice' : isOut ? 'signed-out-notice' : 'queued-notice', form);
    await tell();
    if (form.dataset.then) location.assign(form.dataset.then);
  } else {
    show('unkept-notice', form);
  }
}

/** Something is being filled in here: the page stays as it is. */
let typed = false;

/** Sends what waits, one after the other, in one tab at a time; one that the journal fails at holds up no other, and is tried again with the next. A page that shows what was sent is read anew. */
async function flush() {
  let to, crisis;
  const all = async () => {
    for (const item of (await waiting()).filter(i => !i.why || i.why === 'failed' || (i.why === 'whose' && i.whose))) {
      const answer = await send(item, true);
      if (!answer) break;
      if (answer.to) {
        await drop(item.id);
        forget(item);
        to = answer.to;
        if (answer.crisis) crisis = to;
      } else await put({ ...item, ...answer });
    }
  };
  await (navigator.locks ? navigator.locks.request('inomya-outbox', { ifAvailable: true }, lock => lock && all()) : all());
  await tell();
  // whom to call comes before what is being filled in, which the device keeps
  if (crisis) location.assign(crisis);
  else if (to?.split('?')[0] === location.pathname && !typed) location.replace(to);
}

/** Says how much is not sent yet, on every page. */
async function tell() {
  const line = document.getElementById('unsent');
  if (!line) return;
  const all = await waiting();
  line.hidden = all.length === 0;
  const many = new Intl.PluralRules(lang).select(all.length);
  line.querySelector('span').textContent = (line.dataset[many] ?? line.dataset.other).replace('{n}', all.length);
  mark(all);
  document.dispatchEvent(new CustomEvent('outbox', { detail: Object.assign(all, { others: (await waitingOfAll()).length - all.length }) }));
}

const of = (item, name) => item.fields.find(field => field[0] === name)?.[1];

/** The form that an unsent one was: the same row of a list, or the only one of its kind. */
const isOf = form => item => ['_handler', 'row', 'day'].every(name => (value(form, name)?.value ?? of(item, name)) === of(item, name));

/** Says in the rows of a list what was answered there and is not sent yet: a kept page shows only what the journal had. */
function mark(all) {
  document.querySelectorAll('.unsent-here').forEach(line => line.remove());
  const words = document.getElementById('unsent-here')?.dataset.text;
  // without :has, which a phone of 2019 may not know
  for (const form of [...document.querySelectorAll('form[data-outbox]')].filter(f => words && value(f, 'row')))
    for (const item of all.filter(isOf(form))) {
      const line = document.createElement('p');
      line.className = 'unsent-here tag';
      line.textContent = words.replace('{what}', item.said ?? '').replace('{time}', new Date(item.at).toLocaleTimeString(lang, { timeStyle: 'short', hourCycle: 'h23' }));
      form.append(line);
    }
}

/** A page that was kept since another day is one for today before anything is sent from it. */
const moved = document.documentElement.dataset.kept && import('./kept-page.js').then(m => m.markKept(value, lang));
document.addEventListener('submit', event => event.target.matches('form[data-outbox]') && submit(event));
document.addEventListener('input', () => { typed = true; });
addEventListener('online', flush);
addEventListener('pageshow', flush);
document.addEventListener('visibilitychange', () => document.hidden || flush());
document.addEventListener('outbox-send', async event => {
  if (event.detail.drop) await drop(event.detail.id);
  else if (event.detail.item) await put(event.detail.item);
  await flush();
});
setInterval(() => document.getElementById('unsent')?.hidden === false && flush(), tryAgain);
if (location.hash.startsWith('#unsent=')) Promise.resolve(moved).then(() => import('./bring-back.js')).then(m => m.bringBack({ waiting, value, of, isOf, send, drop }));
