import { createServer } from "node:http";

/** What Qdrant and Weaviate are sent, as far as a server for tests reads it. */
interface Body {
  exact?: boolean;
  limit: number;
  /** Of Qdrant: the id of the next point. */
  offset?: number;
  with_payload?: boolean;
  with_vector?: boolean | string[];
  query: string;
}

/** What a server is asked: the path with its query, the headers, and the body as JSON. */
export interface Asked {
  path: string;
  query: URLSearchParams;
  headers: Record<string, string | string[] | undefined>;
  body: Body;
}

/** A server of this machine that answers in JSON: what the function returns, or [status, answer]. */
export async function jsonServer(answer: (asked: Asked) => [number, unknown]) {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      const { pathname: path, searchParams: query } = new URL(String(request.url), "http://host");
      const text = Buffer.concat(chunks).toString();
      const [status, value] = answer({ path, query, headers: request.headers, body: text ? JSON.parse(text) : null });
      const headers = { "content-type": "application/json", ...(status === 302 ? { location: String(value) } : {}) };
      response.writeHead(status, headers).end(JSON.stringify(value));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    host: `127.0.0.1:${(server.address() as { port: number }).port}`,
    close: () => void server.close(),
  };
}
