// Hands the pages that are shown to the share sheet of a phone, or to a printer. Without it, or without scripts, there is the button that saves them.
const out = document.querySelector('[data-visit-pages]');
const form = out?.closest('form');
const [share, print, said] = ['share', 'print', 'said'].map(name => out?.querySelector(`[data-visit-${name}]`));
const kind = 'application/pdf';
let file;

// a share sheet opens only right after a tap, so the file is fetched at the first touch; what comes back as a page is shown first
const ready = () => file ??= fetch(share.dataset.visitShare, { method: 'POST', body: new URLSearchParams(new FormData(form)) }).then(async answer => {
  if (!answer.ok || !answer.headers.get('content-type')?.startsWith(kind)) throw new Error();
  return new File([await answer.blob()], `${share.dataset.name}.pdf`, { type: kind });
}).catch(error => { file = undefined; throw error; });

form?.addEventListener('change', () => { file = undefined; });

if (share && navigator.canShare?.({ files: [new File([''], 'a.pdf', { type: kind })] })) {
  share.hidden = false;
  share.addEventListener('pointerdown', () => ready().catch(() => {}));
  share.addEventListener('click', async () => {
    said.textContent = '';
    let pages;
    try { pages = await ready(); } catch { form.requestSubmit(); return; }
    try { await navigator.share({ files: [pages] }); }
    catch (error) { if (error.name !== 'AbortError') said.textContent = out.dataset.failed; }
  });
}

if (print) {
  print.hidden = false;
  print.addEventListener('click', () => window.print());
}
