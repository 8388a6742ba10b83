import type { Client } from "pg";
import { problem } from "../../problem";
import { type Address, decoded } from "../address";
import { type Server, trouble } from "./trouble";

const WAIT_MS = 15_000;

/** Every value as the text that the server writes: it is exact, and nothing is guessed about types. */
const types = { getTypeParser: () => (text: string) => text };

/** What the library has and its types do not tell. */
type Held = Client & { ref(): void; unref(): void };

/**
 * A connection in one transaction that only reads and sees the database as it was when it began, however long the reading
 * takes and however often.
 */
export class Connection {
  readonly server: Server;
  readonly #client: Held;
  #reading = 0;

  private constructor(client: Held, server: Server) {
    this.#client = client;
    this.server = server;
    // A server that goes away while nothing is asked of it must not end the process: the next question tells of it.
    client.on("error", () => {});
  }

  /** @throws SourceError when the server does not answer, or does not let the user in */
  static async open({ url, where }: Address): Promise<Connection> {
    const { Client } = (await import("pg")).default;
    const password = decoded(url.password);
    const secrets = [password, url.password, process.env.PGPASSWORD ?? ""];
    let client: Held;
    try {
      client = new Client({
        connectionString: url.href,
        connectionTimeoutMillis: WAIT_MS,
        application_name: "matryoscope",
      }) as Held;
    } catch (error) {
      // A file of certificates that is not there, say.
      throw trouble(error, { where, host: url.host, user: "", database: "", secrets });
    }
    const { user = "", database = "", host, port } = client;
    const connection = new Connection(client, { where, host: `${host}:${port}`, user, database, secrets });
    try {
      await client.connect();
    } catch (error) {
      await client.end().catch(() => {});
      throw trouble(error, connection.server);
    }
    await connection.rows("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY");
    // Nobody is kept waiting by a reader, so that neither limit is needed; a cursor is read to its end.
    await connection.rows("SET LOCAL statement_timeout = 0");
    await connection.rows("SET LOCAL idle_in_transaction_session_timeout = 0");
    await connection.rows("SET LOCAL cursor_tuple_fraction = 1");
    await connection.rows("SET LOCAL extra_float_digits = 1");
    return connection;
  }

  /** What a query gives, row by row, each value as text or null. */
  async rows(text: string, values?: unknown[]): Promise<(string | null)[][]> {
    // Held only while something is asked, so that the process ends by itself: the transaction ends with it.
    if (this.#reading++ === 0) this.#client.ref();
    try {
      const { rows } = await this.#client.query({ text, ...(values ? { values } : {}), rowMode: "array", types });
      return rows as (string | null)[][];
    } catch (error) {
      throw trouble(error, this.server);
    } finally {
      if (--this.#reading === 0) this.#client.unref();
    }
  }

  /** @throws SourceError always */
  fail(what: string, remedy: string): never {
    throw problem({ what, where: this.server.where, remedy });
  }

  async close(): Promise<void> {
    this.#client.ref();
    await this.#client.end();
  }
}

/** A name as SQL takes it, whatever it holds. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
