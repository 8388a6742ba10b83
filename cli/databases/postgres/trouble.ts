import { SourceError } from "../../../src/sources";
import { problem } from "../../problem";

/** What is known of a server when something goes wrong with it. */
export interface Server {
  /** Without the password. */
  where: string;
  host: string;
  user: string;
  database: string;
  /** Never shown. */
  secrets: readonly string[];
}

const SILENT = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "EAI_AGAIN",
  "ENOENT",
]);
const LOST = new Set(["57P01", "57P02", "57P03", "25P03", "08006", "ECONNRESET", "EPIPE"]);

/** Turns what the library or the server throws into a sentence. */
export function trouble(error: unknown, server: Server): SourceError {
  if (error instanceof SourceError) return error;
  const { where, host, user, database } = server;
  const code = String((error as { code?: unknown }).code ?? "");
  const said = withoutSecrets(messageOf(error), server.secrets);
  const told = (what: string, remedy: string) => problem({ what, where, remedy });
  if (SILENT.has(code) || /timeout expired/i.test(said)) {
    return told(
      `No PostgreSQL server answers at ${host}.`,
      "Check host and port, and that it takes connections from this machine.",
    );
  }
  if (code.startsWith("28") || /password must be a string/.test(said)) {
    return told(
      `The server does not let ${user} in${code ? `: it says “${said}”` : " without a password"}.`,
      "Give the password in the environment variable PGPASSWORD, or name another user in the address.",
    );
  }
  if (code === "3D000") return told(`The server has no database "${database}".`, "Check the name behind the host.");
  if (code === "42501") {
    return told(`The user ${user} may not read this: the server says “${said}”.`, "GRANT SELECT on it to that user.");
  }
  if (LOST.has(code) || /terminated unexpectedly|not queryable/i.test(said)) {
    return told(`The server ended the connection: “${said}”.`, "Start again; nothing in the database was changed.");
  }
  return told(`The database says “${said}”.`, "Check the address, and the table in it.");
}

function messageOf(error: unknown): string {
  // A host of several addresses fails with an error of errors that says nothing itself.
  if (error instanceof AggregateError && error.errors.length > 0) return messageOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}

function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets.reduce((rest, secret) => (secret ? rest.replaceAll(secret, "•••") : rest), text);
}
