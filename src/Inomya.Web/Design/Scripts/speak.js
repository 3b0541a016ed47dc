// Text read aloud by the browser's own voice, with its silences. The text is always there. Only a voice of this device is used: others would
// send what is read to somebody else's computer.
const { lang } = document.documentElement;
const synth = window.speechSynthesis;
let playing;

/** A voice of this device for the language of the page; undefined where there is none. */
const voice = of => synth?.getVoices().filter(v => v.localService).find(v => v.lang.replace('_', '-').toLowerCase().startsWith(of.split('-')[0]));

class Session {
  constructor(root) {
    [this.root, this.at, this.lines] = [root, 0, [...root.querySelectorAll('[data-line]')]];
    this.part('start').addEventListener('click', () => this.start());
    this.part('stop').addEventListener('click', () => this.stop(true));
    this.part('again').addEventListener('click', () => { this.at = 0; this.start(); });
  }

  part(name) { return this.root.querySelector(`[data-speak-${name}]`); }

  language() { return this.root.lang || lang; }

  /** Shows the buttons once a voice is known, or says that there is none. */
  ready() {
    const has = !!voice(this.language());
    [this.part('parts').hidden, this.part('none').hidden] = [!has, has];
  }

  start() {
    playing?.stop();
    playing = this;
    this.buttons(true);
    this.next();
  }

  /** Says the next line, keeps its silence, and goes on. */
  next() {
    const line = this.lines[this.at];
    if (playing !== this) return;
    if (!line) return this.end();
    this.mark(line);
    const said = new SpeechSynthesisUtterance(line.textContent);
    [said.voice, said.lang, said.rate] = [voice(this.language()), this.language(), Number(this.part('speed').value)];
    said.onend = () => {
      if (playing !== this) return;
      this.timer = setTimeout(() => { this.at++; this.next(); }, Number(line.dataset.line) * 1000);
    };
    synth.speak(said);
  }

  /** Stops at once; begins again with the same line. */
  stop(byHand) {
    if (playing === this) playing = undefined;
    clearTimeout(this.timer);
    synth.cancel();
    this.buttons(false);
    if (byHand) this.part('start').focus();
  }

  end() {
    this.at = 0;
    this.mark();
    this.stop(true);
  }

  buttons(on) {
    [this.part('start').hidden, this.part('stop').hidden, this.part('again').hidden] = [on, !on, on || this.at === 0];
  }

  mark(line) {
    this.lines.forEach(l => l.removeAttribute('aria-current'));
    line?.setAttribute('aria-current', 'true');
  }
}

const sessions = [...document.querySelectorAll('[data-speak]')].map(root => new Session(root));
const ready = () => sessions.forEach(session => session.ready());
ready();
synth?.addEventListener?.('voiceschanged', ready);
addEventListener('pagehide', () => playing?.stop());
document.addEventListener('keydown', event => event.key === 'Escape' && playing?.stop(true));
