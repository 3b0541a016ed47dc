// The way back goes where one came from. Which pages were opened in this window is kept while it is open, and nowhere else.
// Without it the link leads to the page above.
const most = 30, key = 'inomya-way', home = new URL('..', import.meta.url).pathname;
const here = location.pathname, link = document.querySelector('.back[data-back]');

function way() {
  try {
    return JSON.parse(sessionStorage.getItem(key)) ?? [];
  } catch {
    return [];
  }
}

/** Two pages of one kind, such as a day and the next one: from either the way back is the same. */
function isBeside(path) {
  const [a, b] = [path, here].map(p => p.slice(home.length).split('/'));
  return a.length > 1 && a.length === b.length && a[0] === b[0];
}

const pages = way();
if (pages.at(-2)?.path === here) pages.pop();
else if (pages.length > 0 && (pages.at(-1).path === here || isBeside(pages.at(-1).path))) pages.at(-1).path = here;
else pages.push({ path: here });
pages.at(-1).title = document.title;
try {
  sessionStorage.setItem(key, JSON.stringify(pages.slice(-most)));
} catch {
  // full or forbidden: the link leads to the page above
}

const last = pages.at(-2);
if (link && last && last.path !== new URL(link.href).pathname) {
  link.href = last.path;
  link.querySelector('span').textContent = last.title;
}
