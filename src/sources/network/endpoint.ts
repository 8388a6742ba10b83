import { type Said, said } from "../../i18n/said";
import { SourceError } from "../problem";
import { mixedContent } from "./no-answer";

/** Where texts are embedded, and by what. The key stays in memory: it goes to this endpoint and nowhere else. */
export interface Endpoint {
  /** `https://api.openai.com/v1`, `http://localhost:11434`: with or without what follows the server's name. */
  base: string;
  model: string;
  /** Empty for a server that wants none. */
  key: string;
  /** How many dims to ask for, of a model that can be cut; null for all. */
  dimensions: number | null;
}

/**
 * The address of an endpoint's embeddings, from what people type: with or without `/v1` or `/embeddings`.
 *
 * @throws SourceError for what is no address, or one that this page may not ask
 */
export function embeddingsAddress(base: string): string {
  const typed = base.trim();
  const spelt = /^https?:\/\//i.test(typed) ? typed : `${isHere(typed) ? "http" : "https"}://${typed}`;
  const url = URL.canParse(spelt) ? new URL(spelt) : null;
  if (!url || typed === "" || url.username || /\s/.test(typed)) {
    throw new SourceError({
      what: said("“{typed}” is not the address of an endpoint.", { typed: typed.slice(0, 200) }),
      remedy: said("An address looks like https://api.openai.com/v1 or http://localhost:11434."),
    });
  }
  const path = url.pathname.replace(/\/+$/, "").replace(/\/embeddings$/, "");
  url.pathname = `${path || "/v1"}/embeddings`;
  url.hash = "";
  if (mixedContent(url)) {
    throw new SourceError({
      what: said("This page came over https, so the browser does not let it ask {host} by http.", { host: url.host }),
      where: url.href,
      remedy: said("Give the endpoint https, or run Matryoscope on your own machine and open it there by http."),
    });
  }
  return url.href;
}

/** What lets pages ask an endpoint, by how it is usually found. */
export function corsRemedy(url: string): Said {
  const { port, hostname } = new URL(url);
  const origin = globalThis.location?.origin ?? "*";
  if (port === "11434") {
    return said("Start Ollama with OLLAMA_ORIGINS={origin} in its environment: OLLAMA_ORIGINS={origin} ollama serve.", {
      origin,
    });
  }
  if (port === "1234")
    return said("Switch on CORS in the server settings of LM Studio, or start it by lms server start --cors.");
  if (port === "8000" && isHere(hostname))
    return said("Start vLLM with --allowed-origins '[\"{origin}\"]'.", { origin });
  return said(
    "Let the endpoint send the header Access-Control-Allow-Origin, or ask it through a server of your own that does.",
  );
}

/** What to look at where no answer comes. */
export function silenceRemedy(url: string): Said {
  if (!isHere(new URL(url).hostname)) return said("Check the address and the connection, then go on.");
  return said("Start the server on this machine, and let the browser reach it if it asks (“local network”).");
}

function isHere(typed: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:|\/|$)/i.test(typed);
}
