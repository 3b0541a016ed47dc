// Shows names of the list while a name is typed. Without it the search button of the form does the same.
const waitMs = 200;

function find(field) {
  const form = field.form;
  const place = form.querySelector('[data-found]');
  let timer, asked = 0;

  function show(hits) {
    place.replaceChildren(...hits.map(hit => {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'button quiet';
      const text = document.createElement('span');
      text.textContent = hit.name;
      const what = document.createElement('small');
      what.textContent = hit.what;
      text.append(what);
      button.append(text);
      button.addEventListener('click', () => {
        field.value = hit.name;
        place.replaceChildren();
        field.dispatchEvent(new Event('change', { bubbles: true }));
        field.focus();
      });
      return button;
    }));
    if (hits.length === 0 && field.value.trim().length > 2) {
      const none = document.createElement('p');
      none.className = 'hint';
      none.textContent = place.dataset.none;
      place.append(none);
    }
  }

  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const mine = ++asked;
      const body = new FormData();
      body.set('name', field.value);
      body.set('__RequestVerificationToken', form.elements.namedItem('__RequestVerificationToken').value);
      try {
        const answer = await fetch(field.dataset.find, { method: 'POST', body });
        if (answer.ok && mine === asked) show(await answer.json());
      } catch { /* no network: the name can still be written in full */ }
    }, waitMs);
  });
}

document.querySelectorAll('[data-find]').forEach(find);
