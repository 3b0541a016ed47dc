// The first start: the browser tells its time zone, which is put into the field in words, to be confirmed or changed. The country of it is only suggested.
const form = document.querySelector('[data-start]');

if (form) {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const [zone, country] = ['zone', 'country'].map(name => form.querySelector(`[name=${name}]`));
  const known = form.querySelector(`#zones option[data-id="${timeZone}"]`)?.value;
  if (known && !document.querySelector('.error-summary')) {
    zone.value = known;
    if (!country.value && known.includes(', ')) country.value = known.slice(0, known.lastIndexOf(', '));
    const hint = document.createElement('p');
    hint.className = 'hint';
    hint.textContent = form.dataset.zoneSaid.replace('{zone}', known);
    zone.after(hint);
  }
}
