// Finds while one types, also with no network: the page has every name in it. The same rule as SearchWords.cs: each word begins a word it is found by.
const form = document.querySelector('form[role=search]'), field = form?.querySelector('[name=q]');
const count = document.getElementById('search-count'), map = document.getElementById('search-map');
const most = 12;

const plain = text => text.replace(/['’`®™]/gu, '').replaceAll('ß', 'ss').normalize('NFD').replace(/\p{Mn}/gu, '').toLowerCase();
const asked = query => (plain(query).match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, most);

function look() {
  const words = asked(field.value);
  let found = 0;
  for (const section of document.querySelectorAll('[data-found]')) {
    let some = 0;
    for (const item of section.querySelectorAll('[data-said]')) {
      const said = ` ${item.dataset.said}`;
      item.hidden = words.length === 0 || !words.every(word => said.includes(` ${word}`));
      some += !item.hidden;
    }
    section.hidden = some === 0;
    found += some;
  }
  map.hidden = words.length > 0;
  // only the server knows days and what the page does not hold: with a network nothing is "not found" before it was asked
  count.hidden = words.length === 0 || (found === 0 && navigator.onLine && !document.documentElement.dataset.kept);
  count.textContent = (found === 0 ? count.dataset.none : found === 1 ? count.dataset.one : count.dataset.other).replace('{n}', found);
}

// a page with results was sent by the server, which knows days as well; without the map there is nothing to filter
if (map) field.addEventListener('input', look);
form?.addEventListener('submit', event => {
  if (navigator.onLine && !document.documentElement.dataset.kept) return;
  event.preventDefault();
  look();
});
