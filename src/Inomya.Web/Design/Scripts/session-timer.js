// Counts the minutes of a session by the time of day, so that a sleeping tab does not fall behind; the end fills in the field.
const timer = document.querySelector('[data-session-timer]');

if (timer) {
  const part = name => timer.querySelector(`[data-session-${name}]`);
  const [said, start, stop] = [part('said'), part('start'), part('stop')];
  let from, ticking, sound, told = 0;

  /** A soft tone that swells and fades: nothing sudden. */
  const tone = () => {
    const [wave, volume] = [sound.createOscillator(), sound.createGain()];
    wave.frequency.value = 392;
    volume.gain.setValueAtTime(0.0001, sound.currentTime);
    volume.gain.exponentialRampToValueAtTime(0.1, sound.currentTime + 0.4);
    volume.gain.exponentialRampToValueAtTime(0.0001, sound.currentTime + 1.8);
    wave.connect(volume).connect(sound.destination);
    wave.start();
    wave.stop(sound.currentTime + 2);
  };
  const minutes = () => Math.floor((Date.now() - from) / 60000);
  const say = () => {
    const now = minutes();
    if (now > told && part('sound').checked && sound) tone();
    told = now;
    const text = timer.dataset.running.replace('{minutes}', now);
    if (said.textContent !== text) said.textContent = text;
  };

  timer.hidden = false;
  start.addEventListener('click', () => {
    sound ??= window.AudioContext && new AudioContext();
    [from, told] = [Date.now(), 0];
    say();
    ticking = setInterval(say, 1000);
    [start.hidden, stop.hidden] = [true, false];
    stop.focus();
  });
  stop.addEventListener('click', () => {
    clearInterval(ticking);
    const field = document.querySelector('[name=minutes]');
    field.value = Math.max(1, Math.round((Date.now() - from) / 60000));
    field.dispatchEvent(new Event('input', { bubbles: true }));
    said.textContent = timer.dataset.off;
    [start.hidden, stop.hidden] = [false, true];
    start.focus();
  });
}
