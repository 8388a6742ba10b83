const waiting: (() => void)[] = [];

/**
 * Does one piece of work after the other, each in a task of its own, so that a panel full of charts never holds up the
 * slider for longer than its slowest chart.
 *
 * @returns takes the piece back, if its turn has not come yet
 */
export function takeTurn(work: () => void): () => void {
  waiting.push(work);
  if (waiting.length === 1) setTimeout(next);
  return () => {
    const at = waiting.indexOf(work);
    if (at >= 0) waiting.splice(at, 1);
  };
}

function next(): void {
  const work = waiting[0];
  if (!work) return;
  try {
    work();
  } finally {
    // What was taken back meanwhile has made room already.
    if (waiting[0] === work) waiting.shift();
    if (waiting.length > 0) setTimeout(next);
  }
}
