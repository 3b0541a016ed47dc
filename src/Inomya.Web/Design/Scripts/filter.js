// Narrows the lists of a page (.filtered) to what has every word that is typed, in any part of it. A group of which nothing is left is not shown.
const filter = document.querySelector('[data-filter]');
const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

if (filter) {
  const field = filter.querySelector('input'), said = filter.querySelector('[role=status]');
  const items = [...document.querySelectorAll('.filtered > *')].map(item => [item, plain(`${item.textContent} ${item.dataset.said ?? ''}`)]);
  filter.hidden = false;
  field.addEventListener('input', () => {
    const words = plain(field.value).match(/[\p{L}\p{N}]+/gu) ?? [];
    for (const [item, text] of items) item.hidden = !words.every(word => text.includes(word));
    for (const list of document.querySelectorAll('.filtered')) {
      const group = list.closest('section') ?? list;
      group.hidden = [...list.children].every(item => item.hidden);
    }
    const none = items.every(([item]) => item.hidden);
    said.hidden = !none;
    said.textContent = none ? filter.dataset.none : '';
  });
}
