// Slow breathing by words and a soft buzz: nothing moves and nothing flashes. Counts from the time of day, so that a sleeping tab does not fall behind.
const breathe = document.querySelector('[data-breathe]');

if (breathe) {
  const part = name => breathe.querySelector(`[data-breathe-${name}]`);
  const [inward, outward, minutes] = ['in', 'out', 'minutes'].map(name => Number(breathe.dataset[name]));
  let timer, began, last;

  const say = text => {
    if (part('said').textContent !== text) part('said').textContent = text;
  };
  const stop = text => {
    clearInterval(timer);
    say(text);
    [part('start').hidden, part('stop').hidden] = [false, true];
    part('start').focus();
  };
  const turn = () => {
    const gone = (Date.now() - began) / 1000;
    if (gone >= minutes * 60) return stop(breathe.dataset.done);
    const isIn = gone % (inward + outward) < inward;
    if (isIn !== last) navigator.vibrate?.(isIn ? [120] : [60, 80, 60]);
    last = isIn;
    say(breathe.dataset[isIn ? 'sayIn' : 'sayOut']);
  };

  part('parts').hidden = false;
  part('start').addEventListener('click', () => {
    [began, last] = [Date.now(), undefined];
    part('said').hidden = false;
    turn();
    timer = setInterval(turn, 200);
    [part('start').hidden, part('stop').hidden] = [true, false];
    part('stop').focus();
  });
  part('stop').addEventListener('click', () => stop(''));
}
