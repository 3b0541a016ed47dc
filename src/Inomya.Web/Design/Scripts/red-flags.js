// What cannot wait shows at the tap, also with no network; the button then judges here too. One advice at a time: the most urgent.
const form = document.querySelector('[data-flags]');

if (form) {
  const result = document.querySelector('[data-result]');
  const asked = [...form.querySelectorAll('[data-level]')].map(box => ({
    box,
    label: box.querySelector('legend').textContent,
    level: Number(box.dataset.level),
    atOnce: box.hasAttribute('data-at-once'),
    flag: box.closest('[data-flag]'),
    more: box.classList.contains('more'),
    advice: box.querySelector('[data-advice]'),
    answer: () => box.querySelector('input:checked')?.value ?? '',
  }));
  const first = question => asked.find(other => other.flag === question.flag && !other.more);
  const isYes = question => question.answer() === '1' && (!question.more || first(question).answer() !== '0');
  const outcomes = [...form.querySelectorAll('[data-outcome]')];

  /** Each flag's most urgent yes, and of these the most urgent. */
  function raised() {
    const yes = asked.filter(isYes).filter((question, at, all) => !all.some(other => other.flag === question.flag && other.level > question.level));
    const top = Math.max(...yes.map(question => question.level));
    return yes.filter(question => question.level === top);
  }

  function show(advice) {
    for (const { advice: block } of asked) block.hidden = true;
    for (const { advice: block } of advice) block.hidden = false;
    for (const block of outcomes) block.hidden = true;
    if (result) result.hidden = advice.length > 0;
  }

  // what a page says before anything was changed is the server's answer
  form.addEventListener('change', () => show(raised().filter(question => question.atOnce)));
  form.addEventListener('submit', event => {
    if (navigator.onLine && !document.documentElement.dataset.kept) return;
    event.preventDefault();
    const advice = raised(), open = asked.filter(question => question.answer() === '' && (!question.more || isYes(first(question))));
    show(advice);
    const block = outcomes.find(other => other.dataset.outcome === (open.length > 0 ? 'open' : 'all-no'));
    block.hidden = open.length === 0 && advice.length > 0;
    if (open.length > 0) block.querySelector('ul').replaceChildren(...open.map(question => Object.assign(document.createElement('li'), { textContent: question.label })));
    (advice[0]?.advice ?? block).scrollIntoView({ block: 'center' });
  });
}
