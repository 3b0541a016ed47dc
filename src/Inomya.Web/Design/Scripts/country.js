// Asks about the country of this browser's time zone. Without it the page asks about that of the journal, or lets one choose.
const form = document.querySelector('[data-country]');

if (form) {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  fetch(`${form.getAttribute('action')}?zone=${encodeURIComponent(timeZone)}`).then(async answer => {
    if (answer.status !== 200) return;
    const { code, name } = await answer.json();
    const suggested = form.querySelector('[data-country-suggested]'), yes = form.querySelector('button[data-text]');
    for (const part of [suggested, yes]) part.hidden = false;
    suggested.textContent = suggested.dataset.text.replace('{country}', name);
    yes.firstElementChild.textContent = yes.dataset.text.replace('{country}', name);
    yes.value = code;
  }).catch(() => { /* no network: it can be chosen from the list */ });
}
