import { answeringShard } from "./answer";
import { type Answered, type Asked, type Channel, ownedBuffers } from "./channel";

/**
 * Answers the questions that come over a channel, strictly in the order in which they were asked: one that overtook
 * another waits for it, and one that was sent again is answered again but not worked on again.
 *
 * @param lossy keeps answers until they are known to have arrived, in case they are asked for again
 */
export function serveShard(channel: Channel<Answered, Asked>, lossy = false): void {
  const answer = answeringShard();
  const early = new Map<number, Asked>();
  const kept = new Map<number, Answered>();
  let next = 0;
  let working = false;

  async function work(): Promise<void> {
    if (working) return;
    working = true;
    for (let asked = early.get(next); asked; asked = early.get(next)) {
      early.delete(next++);
      const answered = await attempt(asked);
      if (lossy) kept.set(asked.id, answered);
      const transfer = lossy || "error" in answered || !answered.answer ? [] : ownedBuffers(answered.answer);
      channel.send(answered, transfer);
    }
    working = false;
  }

  async function attempt({ id, ask, question }: Asked): Promise<Answered> {
    try {
      return { id, answer: await answer(ask, question) };
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      return { id, error: { name, message } };
    }
  }

  channel.receive((asked) => {
    for (const id of kept.keys()) if (id < asked.unanswered) kept.delete(id);
    const again = kept.get(asked.id);
    if (again) channel.send(again, []);
    else if (asked.id >= next) {
      early.set(asked.id, asked);
      work();
    }
  });
}
