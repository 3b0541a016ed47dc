// Tones to breathe by, made here: a soft one that rises with breathing in and falls with breathing out. It is a sound track like any other,
// so most phones go on playing it with the screen off; nothing is fetched.
const rate = 8000, low = 147, high = 196, loudness = 0.22, least = 30;

/** Whole breaths of at least half a minute as a WAV file: 16 bits, one channel. */
export function wave([inward, outward]) {
  const breath = Math.round(rate * (inward + outward)), count = Math.ceil(least * rate / breath), samples = breath * count;
  const file = new DataView(new ArrayBuffer(44 + samples * 2));
  const text = (at, word) => [...word].forEach((letter, i) => file.setUint8(at + i, letter.charCodeAt(0)));
  text(0, 'RIFF'); file.setUint32(4, 36 + samples * 2, true); text(8, 'WAVEfmt '); file.setUint32(16, 16, true);
  file.setUint16(20, 1, true); file.setUint16(22, 1, true); file.setUint32(24, rate, true); file.setUint32(28, rate * 2, true);
  file.setUint16(32, 2, true); file.setUint16(34, 16, true); text(36, 'data'); file.setUint32(40, samples * 2, true);
  let phase = 0;
  for (let i = 0; i < samples; i++) {
    const at = i % breath / rate, isIn = at < inward, share = isIn ? at / inward : (at - inward) / outward;
    phase += 2 * Math.PI * (low + (high - low) * (isIn ? share : 1 - share)) / rate;
    // silent at each turn: it swells and fades, and the end of the track meets its beginning
    file.setInt16(44 + i * 2, 32767 * loudness * Math.sin(Math.PI * share) ** 2 * Math.sin(phase), true);
  }
  return new Blob([file], { type: 'audio/wav' });
}

/** What the lock screen tells of: the track that began last. */
let latest;

/** Plays until it is stopped here, or from the lock screen of the phone. */
export async function play(pace, title, turn, stopped) {
  const address = URL.createObjectURL(wave(pace)), audio = new Audio(address);
  audio.loop = true;
  latest = audio;
  audio.addEventListener('timeupdate', turn);
  const onLockScreen = (metadata, handler) => {
    if (!('mediaSession' in navigator)) return;
    navigator.mediaSession.metadata = metadata;
    for (const action of ['pause', 'stop']) try { navigator.mediaSession.setActionHandler(action, handler); } catch { /* not known here */ }
  };
  const stop = () => {
    audio.pause();
    audio.removeEventListener('timeupdate', turn);
    URL.revokeObjectURL(address);
    if (latest === audio) onLockScreen(null, null);
  };
  try {
    await audio.play();
  } catch (refused) {
    stop();
    throw refused;
  }
  onLockScreen('mediaSession' in navigator ? new MediaMetadata({ title }) : null, stopped);
  return { stop };
}
