// Copies a sentence. Without a clipboard there is nothing to press.
const said = document.querySelector('[data-copy-said]');

if (navigator.clipboard)
  for (const button of document.querySelectorAll('[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', () => navigator.clipboard.writeText(button.dataset.copy).then(() => { said.textContent = said.dataset.copySaid; }, () => {}));
  }
