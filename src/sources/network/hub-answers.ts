import * as v from "valibot";
import { said } from "../../i18n/said";
import { SourceError } from "../problem";
import { ask } from "./exchange";
import { whyNoAnswer } from "./no-answer";
import { type Pause, retryAfter, TryAgain, withRetries } from "./retry";

/** Where the hub and its dataset viewer answer; a test has its own. */
export interface HubAddresses {
  hub: string;
  viewer: string;
}

export const HUGGING_FACE: HubAddresses = {
  hub: "https://huggingface.co",
  viewer: "https://datasets-server.huggingface.co",
};

export interface HubOptions {
  signal?: AbortSignal | undefined;
  addresses?: HubAddresses | undefined;
  wait?: Pause | undefined;
}

/** An answer in JSON; one of a status that passes is asked for again, unless it is to be asked once. */
export function getJson(
  url: string,
  options: HubOptions & { tries?: number },
): Promise<{ response: Response; json: unknown }> {
  const { signal } = options;
  return withRetries(
    async () => {
      const remedy = said("Check the connection and try again.");
      const response = await ask(url, signal ? { signal } : {}, (error) =>
        whyNoAnswer(
          url,
          { begins: said("The list of files"), within: said("the list of files") },
          error,
          { refused: remedy },
          signal,
        ),
      );
      const { status } = response;
      const told = {
        what: said("Hugging Face is busy and did not give the list of files: it answered {status}.", { status }),
        where: url,
      };
      if (status === 429 || (status >= 500 && status !== 501 && options.tries !== 1)) {
        await response.body?.cancel();
        throw new TryAgain({ ...told, remedy: said("Try again in a while.") }, { after: retryAfter(response.headers) });
      }
      const text = await response.text().catch(() => {
        signal?.throwIfAborted();
        throw new TryAgain({ what: said("The line broke off in the list of files."), where: url, remedy });
      });
      return { response, json: parsed(text) };
    },
    { silentTries: 2, ...options },
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * An answer as it should be.
 *
 * @throws SourceError that names the first field that is not
 */
export function read<T>(schema: v.GenericSchema<unknown, T>, json: unknown, where: string): T {
  const result = v.safeParse(schema, json);
  if (result.success) return result.output;
  throw new SourceError({
    what: said("Hugging Face answered something else than a list of files: {place}: {issue}.", {
      place: v.getDotPath(result.issues[0]) ?? "it",
      issue: result.issues[0].message,
    }),
    where,
    remedy: said("Download the files from the page of the dataset and drop them here."),
  });
}
