import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const DEBIAN = "/usr/lib/postgresql";
const PASSWORD = "s3cret/with@marks";

/** Where Debian's packages put PostgreSQL's programs; null where there are none. */
export const programs: string | null =
  (existsSync(DEBIAN) ? readdirSync(DEBIAN) : [])
    .map((version) => join(DEBIAN, version, "bin"))
    .filter((folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "pg_ctl")))
    .at(-1) ?? null;

/** A server of its own, in a folder for temporary files, that lets its owner in by a password. */
export interface PostgresServer {
  port: number;
  user: string;
  password: string;
  stop(): void;
}

/** Starts a server; it refuses to run as root, so that root starts it as `postgres`. */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), "matryoscope-postgres-"));
  const isRoot = process.getuid?.() === 0;
  const run = (program: string, ...args: string[]) => {
    const path = join(String(programs), program);
    const [command, all] = isRoot ? ["runuser", ["-u", "postgres", "--", path, ...args]] : [path, args];
    execFileSync(command, all, { stdio: "ignore", cwd: folder });
  };
  const [words, data] = [join(folder, "password"), join(folder, "data")];
  writeFileSync(words, PASSWORD);
  mkdirSync(data);
  chmodSync(folder, 0o755);
  if (isRoot) execFileSync("chown", ["-R", "postgres", folder]);
  run("initdb", "-D", data, "-U", "owner", "-A", "scram-sha-256", `--pwfile=${words}`, "-E", "UTF8", "--no-sync");
  const port = await freePort();
  const settings = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_wal_senders=0`;
  run("pg_ctl", "-D", data, "-w", "-l", join(folder, "log"), "-o", settings, "start");
  return {
    port,
    user: "owner",
    password: PASSWORD,
    stop() {
      run("pg_ctl", "-D", data, "-m", "immediate", "stop");
      rmSync(folder, { recursive: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
