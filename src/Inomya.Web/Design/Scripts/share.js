// Hands the file to the share sheet of a phone, where the browser has one. Without it, or without scripts, there is the link that saves it.
const row = document.querySelector('[data-share]');
const button = row?.querySelector('[data-share-button]');
const said = document.querySelector('[data-share-said]');
const kind = 'application/pdf';
let file;

// a share sheet opens only right after a tap, so the file is fetched at the first touch and shared when it is there
const ready = () => file ??= fetch(row.dataset.share).then(async answer => {
  if (!answer.ok) throw new Error();
  return new File([await answer.blob()], `${row.dataset.shareName}.pdf`, { type: kind });
}).catch(() => { file = undefined; throw new Error(); });

if (button && navigator.canShare?.({ files: [new File([''], 'a.pdf', { type: kind })] })) {
  button.hidden = false;
  button.addEventListener('pointerdown', () => ready().catch(() => {}));
  button.addEventListener('click', async () => {
    said.textContent = '';
    try { await navigator.share({ files: [await ready()] }); }
    catch (error) { if (error.name !== 'AbortError') said.textContent = row.dataset.shareFailed; }
  });
}
