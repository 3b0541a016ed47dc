// Shows how far a file is that is being brought in, until it has ended. Without it a link does the same.
const shown = document.querySelector('[data-imports]');

const look = async () => {
  try {
    const answer = await fetch('/import', { headers: { Accept: 'text/html' } });
    const now = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-imports]');
    // who is about to press a button keeps it under the finger
    if (now && !shown.contains(document.activeElement)) {
      shown.replaceChildren(...now.childNodes);
      shown.toggleAttribute('data-running', now.hasAttribute('data-running'));
    }
  } catch {
    // no connection just now: it is looked at again
  }
  if (shown.hasAttribute('data-running')) setTimeout(look, 2000);
};

if (shown?.hasAttribute('data-running')) setTimeout(look, 1000);
