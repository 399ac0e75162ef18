// Pages of a screen in turn, by the server's time, so that screens side by side turn together.

/** Which of them is on: the same as io.nordwand.kiosk.Leaf#at. */
export function leafAt(epochMilliseconds, seconds) {
  const all = seconds.reduce((sum, each) => sum + each, 0);
  if (!(all > 0)) return 0;
  let left = Math.floor(epochMilliseconds / 1000) % all;
  for (let i = 0; i < seconds.length; i++) {
    left -= seconds[i];
    if (left < 0) return i;
  }
  return 0;
}

/** Shows the one that is on. */
export function show(present, root = document) {
  const leaves = [...root.querySelectorAll(".k-leaf")];
  if (leaves.length === 0) return;
  const on = leafAt(
    present,
    leaves.map((leaf) => Number(leaf.dataset.seconds)),
  );
  leaves.forEach((leaf, i) => {
    if (leaf.hidden !== (i !== on)) leaf.hidden = i !== on;
  });
  const mark = root.querySelector("#k-on");
  if (mark && mark.textContent !== String(on + 1)) mark.textContent = String(on + 1);
}
