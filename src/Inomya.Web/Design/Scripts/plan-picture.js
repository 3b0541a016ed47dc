// Turns the picture of the flare plan into a PNG on this device: phones take no SVG for a lock screen. Without a script the SVG is there.
const row = document.querySelector('[data-plan-picture]');
const button = row?.querySelector('[data-plan-png]');
const said = document.querySelector('[data-plan-said]');

async function draw(address) {
  const svg = await (await fetch(address)).text();
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.width, image.height];
  canvas.getContext('2d').drawImage(image, 0, 0);
  const blob = await new Promise(done => canvas.toBlob(done, 'image/png'));
  const link = document.createElement('a');
  [link.href, link.download] = [URL.createObjectURL(blob), 'inomya-flare-plan.png'];
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

if (button) {
  button.hidden = false;
  button.addEventListener('click', () => draw(row.dataset.planPicture)
    .then(() => { said.textContent = said.dataset.made; }, () => { said.textContent = said.dataset.failed; }));
}
