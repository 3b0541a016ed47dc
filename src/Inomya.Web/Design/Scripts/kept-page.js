// Only on a page that comes from this device: what it shows is of the day on which it was kept.
/** The person's day by this device's clock, for a page that was kept since another day. */
function today(day) {
  const at = new Date(Date.now() - Number(day.dataset.boundary) * 3600000);
  return new Intl.DateTimeFormat('en-CA', { timeZone: day.dataset.zone }).format(at);
}

/** A page that was kept: says since when; and a form for today that was made on another day becomes one for this day, empty. What was recorded then is not shown for today. */
export function markKept(value, lang) {
  const { kept } = document.documentElement.dataset;
  const line = document.getElementById('kept-from');
  if (!kept || !line) return;
  line.hidden = false;
  document.querySelectorAll('[data-when-kept]').forEach(part => { part.hidden = false; });
  line.textContent = line.dataset.text.replace('{time}', new Date(kept).toLocaleString(lang, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' }));
  let moved;
  for (const form of document.querySelectorAll('form[data-outbox]')) {
    const id = value(form, 'submission');
    if (id && crypto.randomUUID) id.value = crypto.randomUUID();
    const day = value(form, 'day'), now = day?.dataset.zone && today(day);
    if (!now || day.value === now) continue;
    if (form.dataset.keep) form.dataset.keep = form.dataset.keep.replace(day.value, now);
    day.value = now;
    form.dataset.byDevice = 'yes';
    if (value(form, 'seen')) value(form, 'seen').value = '{"Values":{},"Intakes":{}}';
    form.dispatchEvent(new CustomEvent('fill', { detail: { fields: [] } }));
    moved = now;
  }
  if (!moved) return;
  const title = new Date(`${moved}T12:00`).toLocaleDateString(lang, { dateStyle: 'full' });
  document.querySelectorAll('.day-now time, h1[data-day]').forEach(place => { place.textContent = title; });
  document.querySelectorAll('[data-of-day]').forEach(part => { part.hidden = true; });
}
