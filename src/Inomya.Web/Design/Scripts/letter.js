// Copies a letter as it stands in its boxes, or hands its PDF to the share sheet of a phone. Without scripts there are the buttons that save a file.
const letter = document.querySelector('[data-letter]');
const said = letter?.querySelector('[data-letter-said]');
const [copy, share] = ['copy', 'share'].map(name => letter?.querySelector(`[data-letter-${name}]`));
const kind = 'application/pdf';

const text = () => [letter.elements.title, ...letter.querySelectorAll('textarea')].map(box => box.value.trim()).filter(Boolean).join('\n\n');

if (copy && navigator.clipboard) {
  copy.hidden = false;
  copy.addEventListener('click', () => navigator.clipboard.writeText(text()).then(() => { said.textContent = said.dataset.copied; }, () => {}));
}
if (share && navigator.canShare?.({ files: [new File([''], 'a.pdf', { type: kind })] })) {
  share.hidden = false;
  share.addEventListener('click', async () => {
    said.textContent = '';
    try {
      const answer = await fetch(share.dataset.letterShare, { method: 'POST', body: new FormData(letter) });
      // what comes back as a page, such as one to sign in, is no letter
      if (!answer.ok || !answer.headers.get('content-type')?.startsWith(kind)) throw new Error();
      await navigator.share({ files: [new File([await answer.blob()], `${share.dataset.name}.pdf`, { type: kind })] });
    } catch (error) {
      if (error.name !== 'AbortError') said.textContent = said.dataset.failed;
    }
  });
}
