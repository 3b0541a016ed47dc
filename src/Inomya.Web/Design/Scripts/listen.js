// Reads a text aloud with the browser's own voice, with its silences. Only a voice of this device is used: others would send what is read to
// somebody else's computer. Where there is none for the language, the text stays as it is and says so. Where one stopped is kept on this device, so that it goes on from there.
let wake;
const letSleep = lock => lock?.release().catch(() => {});

/** Stops what is read now, of all on the page. */
let hush;

/** The sentences of a text: a browser may fall silent in the middle of a long one. */
const sentences = text => text.match(/[^.!?…]+[.!?…]*\s*/g) ?? [text];

function listen(section) {
  const part = name => section.querySelector(`[data-listen-${name}]`);
  const lines = [...section.querySelectorAll('[data-say]')], { lang } = section;
  const key = `inomya-place:${location.pathname}#${section.id || 'listen'}`;
  let at = 0, run = 0;

  const store = value => {
    try {
      if (value) localStorage.setItem(key, value);
      else localStorage.removeItem(key);
    } catch {
      // no storage: it begins at the beginning
    }
  };
  const load = () => {
    try {
      return Math.min(Number(localStorage.getItem(key)) || 0, lines.length - 1);
    } catch {
      return 0;
    }
  };
  const voice = () => speechSynthesis.getVoices().find(v => v.localService && v.lang.toLowerCase().startsWith(lang.slice(0, 2)));
  const mark = () => lines.forEach((line, i) => line.toggleAttribute('data-now', i === at));

  const speak = text => new Promise(done => {
    const words = new SpeechSynthesisUtterance(text);
    [words.lang, words.voice, words.rate] = [lang, voice() ?? null, Number(part('speed')?.value) || 0.85];
    words.onend = words.onerror = done;
    speechSynthesis.speak(words);
  });
  const silence = seconds => new Promise(done => { setTimeout(done, seconds * 1000); });
  const buttons = reading =>
    [part('start').hidden, part('stop').hidden, part('again').hidden] = [reading, !reading, reading || at === 0];

  const halt = () => {
    run++;
    speechSynthesis.cancel();
    letSleep(wake);
    wake = null;
    buttons(false);
  };
  const play = async from => {
    hush?.();
    hush = halt;
    const mine = ++run;
    at = from;
    buttons(true);
    part('stop').focus();
    const lock = await navigator.wakeLock?.request('screen').catch(() => null);
    // stopped while it was asked for: nothing may keep the screen awake, nor be read
    if (mine !== run) return letSleep(lock);
    wake = lock;
    for (; at < lines.length; at++) {
      mark();
      store(String(at));
      for (const sentence of sentences(lines[at].textContent.trim())) {
        if (mine !== run) return;
        if (sentence.trim()) await speak(sentence);
      }
      await silence(Number(lines[at].dataset.pause) + 0.6);
      if (mine !== run) return;
    }
    at = 0;
    store('');
    lines.forEach(line => line.removeAttribute('data-now'));
    halt();
    part('start').focus();
  };

  const show = () => {
    if (!voice()) return false;
    part('parts').hidden = false;
    return true;
  };
  at = load();
  buttons(false);
  part('start').addEventListener('click', () => play(at));
  part('again').addEventListener('click', () => play(0));
  part('stop').addEventListener('click', () => { halt(); part('start').focus(); });
  addEventListener('pagehide', halt);
  // voices may come a moment later than the page
  if (!show()) {
    speechSynthesis.addEventListener?.('voiceschanged', show);
    setTimeout(() => { if (!show()) part('said').textContent = section.dataset.wordsNone; }, 1500);
  }
}

for (const section of document.querySelectorAll('[data-listen]'))
  if ('speechSynthesis' in window) listen(section);
  else section.querySelector('[data-listen-said]').textContent = section.dataset.wordsNone;
