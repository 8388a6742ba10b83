import { said } from "../i18n/said";
import { reasonOf, SourceError } from "./problem";

/**
 * Fetches a file, or says in words why it cannot be had.
 *
 * @param name what the file is called on the page
 * @throws SourceError when there is no answer or the answer is an error; what `signal` throws when it is stopped
 */
export async function fetchFile(url: string, name: string, signal: AbortSignal): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, { signal });
  } catch (error) {
    signal.throwIfAborted();
    throw noAnswer(url, name, error);
  }
  // A host that answers every address with its own page would otherwise pass a missing file off as a broken one.
  const page = response.headers.get("content-type")?.startsWith("text/html");
  if (response.ok && !page) return response;
  throw new SourceError({
    what: page
      ? said("The file {name} is missing: the server sent a web page in its place.", { name })
      : said("The file {name} could not be fetched: the server answered {status}.", { name, status: response.status }),
    where: url,
    remedy: said("Check the name of the dataset in the address, or choose another dataset."),
  });
}

/** The error that says that no answer came, and what the browser said of it. */
export function noAnswer(url: string, name: string, error: unknown): SourceError {
  return new SourceError({
    what: said("The file {name} could not be fetched: no answer came ({error}).", { name, error: reasonOf(error) }),
    where: url,
    remedy: said("Check the connection, and that the server allows this page to read it, then try again."),
  });
}
