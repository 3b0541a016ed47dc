// The rest timer: doing and resting take turns by the clock. Counts from the time of day, so that a sleeping tab does not fall behind.
const pace = document.querySelector('[data-pace]');
const minute = 60000;

function part(name) {
  return pace.querySelector(`[data-pace-${name}]`);
}

/** A soft tone that swells and fades: nothing sudden. */
function tone(sound, pitch) {
  const [wave, volume] = [sound.createOscillator(), sound.createGain()];
  wave.frequency.value = pitch;
  volume.gain.setValueAtTime(0.0001, sound.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.15, sound.currentTime + 0.4);
  volume.gain.exponentialRampToValueAtTime(0.0001, sound.currentTime + 1.8);
  wave.connect(volume).connect(sound.destination);
  wave.start();
  wave.stop(sound.currentTime + 2);
}

if (pace) {
  const said = part('said');
  const minutes = name => Math.min(180, Math.max(0.05, parseFloat(pace.querySelector(`[name=pace-${name}]`).value.replace(',', '.')) || 1));
  let timer, sound, resting, ends;

  const say = () => {
    const text = pace.dataset[resting ? 'resting' : 'doing'].replace('{left}', Math.ceil((ends - Date.now()) / minute));
    if (said.textContent !== text) said.textContent = text;
  };
  const turn = rest => {
    resting = rest;
    ends = Date.now() + minutes(rest ? 'rest' : 'do') * minute;
    if (sound && part('sound').checked) tone(sound, rest ? 330 : 440);
    if (part('buzz').checked) navigator.vibrate?.(rest ? [300, 200, 300] : [300]);
    say();
  };
  const stop = () => {
    clearInterval(timer);
    said.textContent = pace.dataset.off;
    [part('start').hidden, part('stop').hidden] = [false, true];
    part('start').focus();
  };

  [part('none').hidden, part('parts').hidden] = [true, false];
  part('start').addEventListener('click', () => {
    sound ??= window.AudioContext && new AudioContext();
    turn(false);
    timer = setInterval(() => (Date.now() >= ends ? turn(!resting) : say()), 250);
    [part('start').hidden, part('stop').hidden] = [true, false];
    part('stop').focus();
  });
  part('stop').addEventListener('click', stop);
}
