// Nothing typed is lost. Each change in a form is copied to this device, and brought back after a reload or a crash.
// The copy goes only when the form was saved: the journal answers with another page (a redirect), or one that says so ([data-saved]); a form shown again with errors is neither.
// A copy is of the person whose page it was written on, and is shown to no other.
// A form is told by its page, its name, its row and what it edits; where that is not enough its page names it: data-keep, such as a day. data-keep="off" keeps nothing.

const any = 'inomya-keep:', { whose } = document.documentElement.dataset, prefix = `${any}@${whose}:`, sent = 'inomya-sent';
const keptForDays = 30;
const ours = new Set(['__RequestVerificationToken', '_handler', 'submission', 'seen', 'day', 'from']);

/** What a person filled in: [name, value] of each field that would be sent, without tokens, files and passwords. */
function read(form) {
  const secret = new Set([...form.querySelectorAll('[type=password]')].map(field => field.name));
  return [...new FormData(form)].filter(([name, value]) => typeof value === 'string' && !ours.has(name) && !secret.has(name));
}

/** Puts what was read back into the form. A field that has gone since is left out; nothing read empties the form. */
function write(form, fields) {
  const values = new Map();
  for (const [name, value] of fields) values.set(name, [...(values.get(name) ?? []), value]);
  for (const field of form.elements) {
    if (!field.name || ours.has(field.name) || ['file', 'password', 'hidden', 'submit', 'button'].includes(field.type)) continue;
    const mine = values.get(field.name) ?? [];
    if (field.type === 'checkbox' || (field.type === 'radio' && mine.length > 0)) field.checked = mine.includes(field.value);
    else if (field.type === 'radio') field.checked = fields.length === 0 ? field.value === '' : field.checked;
    else if (mine.length > 0 || fields.length === 0) field.value = mine.shift() ?? '';
  }
}

function load(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}

/** Names a form that can be filled in; undefined for one that is only a button, has a file, or asks a search engine of ours. */
function nameOf(form) {
  const fields = [...form.elements].filter(field => field.name && !['hidden', 'submit', 'button'].includes(field.type));
  if (form.method !== 'post' || form.dataset.keep === 'off' || fields.length === 0 || fields.some(field => field.type === 'file')) return undefined;
  const hidden = name => form.querySelector(`[type=hidden][name="${name}"]`)?.value ?? '';
  const query = new URLSearchParams(location.search);
  ['saved', 'undone'].forEach(name => query.delete(name));
  return form.dataset.keep ?? `${location.pathname}?${query}#${hidden('_handler')}${hidden('row')}${hidden('id')}`;
}

function drop(key) {
  try {
    localStorage.removeItem(key);
  } catch {
    // no storage: nothing to drop
  }
}

/** Shows a notice of KeptNotices.razor above the form, once. */
function show(form, template) {
  const words = document.getElementById(template);
  if (!words || form.previousElementSibling?.dataset.from === template) return null;
  const notice = words.content.firstElementChild.cloneNode(true);
  notice.dataset.from = template;
  form.before(notice);
  return notice;
}

function keep(form) {
  form.dataset.keep = nameOf(form);
  const key = prefix + form.dataset.keep;
  const id = form.querySelector('[data-keep-id]');
  // what the form was filled in on top of: goes with what was typed, so that nothing recorded elsewhere since is taken out
  const base = [...form.querySelectorAll('[data-keep-with]')];
  const now = () => ({ id: id?.value, base: base.map(field => field.value), fields: read(form) });
  const fill = was => {
    write(form, was.fields);
    if (id) id.value = was.id || id.value;
    // a version before this one kept one of them, as a text
    base.forEach((field, i) => { field.value = [was.base].flat()[i] ?? field.value; });
  };
  const kept = load(key);
  // reading a long form takes an old phone a while: only where there is something to bring back
  const asSent = kept && now();

  if (kept && JSON.stringify(kept.fields) !== JSON.stringify(asSent.fields)) {
    fill(kept);
    const notice = show(form, 'kept-notice');
    notice?.querySelector('[data-keep-reset]').addEventListener('click', () => {
      drop(key);
      fill(asSent);
      notice.remove();
      form.querySelector('input, textarea, select')?.focus();
    });
  }

  const save = () => {
    try {
      localStorage.setItem(prefix + form.dataset.keep, JSON.stringify({ at: Date.now(), ...now() }));
    } catch {
      show(form, 'not-kept-notice');
    }
  };
  form.addEventListener('fill', event => write(form, event.detail.fields));
  form.addEventListener('input', save);
  form.addEventListener('change', save);
  // one that waits in the outbox goes when the journal has it: outbox.js
  form.addEventListener('submit', () => {
    if (form.dataset.outbox === undefined || form.dataset.plain) sessionStorage.setItem(sent, JSON.stringify({ key: prefix + form.dataset.keep, id: id?.value }));
  });
}

/** The copy of the form that this tab sent and that was saved, unless more was typed in it since; and copies that nobody came back for in a month. */
function clear() {
  const last = JSON.parse(sessionStorage.getItem(sent));
  sessionStorage.removeItem(sent);
  const saved = document.querySelector('[data-saved]') ?? performance.getEntriesByType('navigation')[0]?.redirectCount > 0;
  if (last && saved && load(last.key)?.id === last.id) drop(last.key);
  const tooOld = Date.now() - keptForDays * 86400000;
  for (const key of Object.keys(localStorage))
    if (key.startsWith(any) && !(load(key)?.at > tooOld)) drop(key);
}

try {
  clear();
} catch {
  // storage is switched off: forms still work, they are only not kept
}
[...document.forms].filter(nameOf).forEach(keep);
