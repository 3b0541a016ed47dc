// Only where a form that waits is looked at: what of outbox.js it needs is given to it.
/** Brings a kept form back onto its page, to be looked at and saved: /checkin/DAY#unsent=ID. What was answered by a button is sent once more: the page asks. */
export async function bringBack(outbox) {
  const { waiting, value, of, isOf } = outbox;
  const id = /^#unsent=(.+)$/.exec(location.hash)?.[1];
  const item = id && (await waiting()).find(i => i.id === id);
  if (!item) return;
  const forms = [...document.querySelectorAll('form[data-outbox]')];
  const form = forms.find(f => isOf(f)(item)) ?? forms.find(f => f.dataset.keep?.startsWith('checkin'));
  if (!form) return;
  if (value(form, 'row')) return decide(form, item, outbox);
  form.dispatchEvent(new CustomEvent('fill', { detail: item }));
  value(form, 'submission').value = item.id;
  const seen = of(item, 'seen');
  if (seen && value(form, 'seen')) value(form, 'seen').value = seen;
}

/** Two answers by button: the journal takes it, or its page shows both. */
async function decide(form, item, { send, drop, value }) {
  const answer = await send(item, true);
  if (answer?.to) {
    await drop(item.id);
    location.replace(answer.to);
  } else if (answer) {
    for (const [name, text] of item.fields) {
      const field = value(form, name) ?? form.appendChild(Object.assign(document.createElement('input'), { type: 'hidden', name }));
      field.value = text;
    }
    history.replaceState(null, '', location.pathname);
    form.submit();
  }
}
