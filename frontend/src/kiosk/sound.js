// A short tone when a printer newly needs hands. Browsers let a page sound only after somebody pressed something; until
// then the page says so, and only where sound is asked for.

const HIGH = 880;
const LOW = 660;
const LENGTH = 0.18;

let audio = null;

/** Ids of all printers that need hands, also of those for which the strip has no room. */
export function needing(root = document) {
  const hands = root.getElementById("k-strip")?.dataset.hands ?? "";
  return new Set(hands.split(" ").filter(Boolean));
}

/** Whether one is there that was not. */
export function anyNew(before, after) {
  return [...after].some((id) => !before.has(id));
}

/** Prepares what can be prepared, and says whether it would be heard. */
export function ready() {
  const Context = window.AudioContext ?? window.webkitAudioContext;
  if (!Context) return false;
  audio ??= new Context();
  if (audio.state === "suspended") audio.resume().catch(() => {});
  return audio.state === "running";
}

export function play() {
  if (!ready()) return;
  [HIGH, LOW, HIGH].forEach((pitch, i) => {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    const at = audio.currentTime + i * LENGTH;
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(0.2, at);
    volume.gain.exponentialRampToValueAtTime(0.001, at + LENGTH);
    tone.connect(volume).connect(audio.destination);
    tone.start(at);
    tone.stop(at + LENGTH);
  });
}
