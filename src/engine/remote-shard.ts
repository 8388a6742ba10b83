import { said } from "../i18n/said";
import { type Answered, type Asked, type Channel, ownedBuffers, ShardLost } from "./channel";
import type { Answer, Ask, Question, ShardLink } from "./protocol";

interface Waiting {
  message: Asked;
  resolve: (answer: never) => void;
  reject: (error: Error) => void;
}

/**
 * A shard at the other end of a channel.
 *
 * @param resendMs for a channel that may lose messages: how long to wait for an answer before the question is sent
 *   again. Without it the channel is trusted, and the values of `append` are moved instead of copied.
 */
export function remoteShard(channel: Channel<Asked, Answered>, resendMs?: number): ShardLink {
  const waiting = new Map<number, Waiting>();
  let next = 0;
  let gone: ShardLost | null = null;

  const lowest = () => waiting.keys().next().value ?? next;
  const send = (message: Asked) => {
    const owned = message.ask === "append" && resendMs === undefined ? ownedBuffers(message.question).slice(0, 1) : [];
    channel.send({ ...message, unanswered: lowest() }, owned);
  };
  const timer =
    resendMs === undefined
      ? undefined
      : setInterval(() => {
          for (const { message } of waiting.values()) send(message);
        }, resendMs);

  const end = (why: ShardLost) => {
    gone ??= why;
    clearInterval(timer);
    for (const { reject } of waiting.values()) reject(gone);
    waiting.clear();
  };

  channel.receive((answered) => {
    const asked = waiting.get(answered.id);
    // An answer to a question that was sent twice comes twice.
    if (!asked) return;
    waiting.delete(answered.id);
    if ("answer" in answered) asked.resolve(answered.answer as never);
    else asked.reject(revive(answered.error));
  });
  channel.lost?.((why) => end(new ShardLost(why)));

  return {
    ask<A extends Ask>(ask: A, question: Question<A>): Promise<Answer<A>> {
      if (gone) return Promise.reject(gone);
      return new Promise((resolve, reject) => {
        const message: Asked = { id: next++, unanswered: 0, ask, question };
        waiting.set(message.id, { message, resolve, reject });
        send(message);
      });
    },
    close() {
      end(new ShardLost(said("it was closed")));
      channel.close();
    },
  };
}

function revive({ name, message }: { name: string; message: string }): Error {
  return name === "RangeError" ? new RangeError(message) : Object.assign(new Error(message), { name });
}
