/** Whoever pressed a key longer ago no longer waits for what it does. */
const PATIENCE_MS = 3000;

/** A page may be left with nobody to answer: what is kept stays small. */
const MOST = 8;

const kept: KeyboardEvent[] = [];
const keep = (event: KeyboardEvent) => {
  if (kept.push(event) > MOST) kept.shift();
};
document.addEventListener("keydown", keep);

/** The keys that were pressed before anyone answered them, and none later: what answers is fetched after the first frame. */
export function takeEarlyKeys(now = performance.now()): KeyboardEvent[] {
  document.removeEventListener("keydown", keep);
  return kept.splice(0).filter(({ timeStamp }) => now - timeStamp < PATIENCE_MS);
}
