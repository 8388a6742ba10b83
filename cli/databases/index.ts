import type { Table } from "../../src/sources/table";
import type { Named } from "../packing/choose";
import { readAddress } from "./address";

export { isDatabase } from "./address";

/** The tables of a database, and which of their columns are what by its address. */
export interface Opened {
  tables: Table[];
  named: Named;
}

/**
 * Opens the database that an address names.
 *
 * @param options what was named besides; it goes before what the address says
 * @throws SourceError in which no password and no key is shown
 */
export async function openDatabase(text: string, options: Named = {}): Promise<Opened> {
  const address = readAddress(text, options);
  // The table is the one that was opened, whatever it is called there.
  const { table, ...named } = address.named;
  const open = await READERS[address.url.protocol.replace(/(postgres|qdrant|weaviate).*/, "$1")]();
  return { tables: await open(address), named };
}

const READERS: Record<string, () => Promise<(address: ReturnType<typeof readAddress>) => Promise<Table[]>>> = {
  postgres: async () => (await import("./postgres")).openPostgres,
  qdrant: async () => (await import("./qdrant")).openQdrant,
  weaviate: async () => (await import("./weaviate")).openWeaviate,
};
