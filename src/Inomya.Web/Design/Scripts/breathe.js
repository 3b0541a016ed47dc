// Slow breathing by words, a soft buzz and, where they are wished, soft tones: nothing moves and nothing flashes.
// Counts from the time of day, so that a sleeping tab does not fall behind; while a tone plays, it is what keeps the page awake.
const breathe = document.querySelector('[data-breathe]');

if (breathe) {
  const part = name => breathe.querySelector(`[data-breathe-${name}]`);
  const chosen = name => Number(breathe.querySelector(`[name=${name}]:checked`)?.value);
  const wants = name => part(name)?.checked;
  // each start has a number of its own: what comes late, of one that was stopped meanwhile, is stopped as it comes
  let timer, began, last, pace, sound, run = 0, isOn = false;

  /** Seconds in, seconds out, minutes: as chosen here, or else the usual. */
  const read = () => {
    const rate = chosen('rate'), out = chosen('share') * 60 / rate;
    return rate ? [60 / rate - out, out, chosen('minutes')] : ['in', 'out', 'minutes'].map(name => Number(breathe.dataset[name]));
  };
  const dim = on => {
    breathe.classList.toggle('dim', !!on);
    document.documentElement.toggleAttribute('data-dim', !!on);
  };
  const say = text => {
    if (part('said').textContent !== text) part('said').textContent = text;
  };
  const stop = text => {
    run++;
    isOn = false;
    clearInterval(timer);
    sound?.stop();
    sound = began = undefined;
    dim(false);
    say(text);
    [part('start').hidden, part('stop').hidden] = [false, true];
    part('start').focus();
  };
  const turn = () => {
    if (!began) return;
    const [inward, outward, minutes] = pace, gone = (Date.now() - began) / 1000;
    if (gone >= minutes * 60) return stop(breathe.dataset.done);
    const isIn = gone % (inward + outward) < inward;
    if (isIn !== last && (!part('buzz') || wants('buzz'))) navigator.vibrate?.(isIn ? [120] : [60, 80, 60]);
    last = isIn;
    say(breathe.dataset[isIn ? 'sayIn' : 'sayOut']);
  };
  const start = async () => {
    const mine = ++run;
    isOn = true;
    pace = read();
    [part('start').hidden, part('stop').hidden] = [true, false];
    part('said').hidden = false;
    dim(wants('dim'));
    part('stop').focus();
    if (wants('sound')) {
      const made = await import(breathe.dataset.sound).then(m => m.play(pace, breathe.dataset.name, turn, () => mine === run && stop(''))).catch(() => undefined);
      if (mine !== run) return made?.stop();
      sound = made;
    }
    [began, last] = [Date.now(), undefined];
    turn();
    timer = setInterval(turn, 200);
  };

  part('parts').hidden = false;
  if (part('choices')) part('choices').hidden = false;
  part('start').addEventListener('click', start);
  part('stop').addEventListener('click', () => stop(''));
  document.addEventListener('keydown', event => event.key === 'Escape' && isOn && stop(''));
  addEventListener('pagehide', () => isOn && stop(''));
}
