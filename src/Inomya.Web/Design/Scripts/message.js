// Copies or shares a draft as it stands in its box. Where the browser can do neither, the box and the mail link are there.
const draft = document.querySelector('[data-message]');

if (draft) {
  const box = draft.querySelector('textarea');
  const said = draft.querySelector('[data-message-said]');
  const [copy, share, mail] = ['copy', 'share', 'mail'].map(name => draft.querySelector(`[data-message-${name}]`));

  if (navigator.clipboard) {
    copy.hidden = false;
    copy.addEventListener('click', () => navigator.clipboard.writeText(box.value).then(() => { said.textContent = said.dataset.copied; }, () => box.select()));
  }
  if (navigator.share) {
    share.hidden = false;
    share.addEventListener('click', () => navigator.share({ text: box.value }).catch(() => {}));
  }
  box.addEventListener('input', () => { mail.href = `mailto:?body=${encodeURIComponent(box.value.replace(/\n/g, '\r\n'))}`; });
}
