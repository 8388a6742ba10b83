// npm run bench -- --browser: the page in Chromium on a large int8 space over a line of 100 Mbit/s, and on the demo
// space: when the first frame is there, when all is, how long a frame takes then, and the most memory the tab has held.
import { readFileSync } from "node:fs";
import { parquetWriteBuffer } from "hyparquet-writer";
import { type Browser, chromium } from "playwright-core";
import { npyHeader } from "../cli/npy";
import { ensureBrowser } from "../scripts/browser.mjs";
import { type SiteOptions, startSite } from "../tests/support/site";
import { seededSpace } from "./space";
import { median, timed } from "./timing";

/** What one opening of the page told. */
export interface Opening {
  rows: number;
  dims: number;
  /** Seconds to the first exact frame on screen, and the share of the vectors that had been sent by then. */
  first: number;
  share: number;
  /** Seconds until the exact frame of a longer prefix that was asked for in mid-load was on screen. */
  during: number;
  /** Seconds until all dims were on screen. */
  all: number;
  /** Seconds of one exact frame in mid-ladder when all is there, asked for by the page. */
  frame: number;
  /** Megabytes of its own (anonymous memory, Chromium's "footprint"): the most the tab's process held, and at the end. */
  peak: number;
  rest: number;
}

const LINE = 100e6;
const FLAGS = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update"];

/** Opens a generated space of 100,000 × 3,072 int8 values, then the demo space of 10,000. */
export async function measureOpenings(): Promise<Opening[]> {
  const demo = "datasets/wordnet-mrl-3072/vectors.npy";
  return [
    await opening("large", 100_000, 3072, largeSpace("large", 100_000, 3072)),
    await opening("wordnet-mrl-3072", 10_000, 3072, { [demo]: readFileSync(`public/${demo}`) }),
  ];
}

async function opening(
  name: string,
  rows: number,
  dims: number,
  instead: SiteOptions["instead"] & {},
): Promise<Opening> {
  console.error(`${rows.toLocaleString("en")} × ${dims.toLocaleString("en")} in Chromium …`);
  const site = await startSite({ bitsPerSecond: LINE, instead });
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: FLAGS });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, serviceWorkers: "block" });
    const memory = await Memory.watch(browser);
    const began = performance.now();
    const since = () => (performance.now() - began) / 1000;
    await page.goto(`${site.url}#data=${name}&k=64`);
    await page.evaluate(() => window.matryoscope.ready);
    const first = since();
    const vectors = Object.entries(instead).find(([path]) => path.endsWith("vectors.npy"))?.[1] as Buffer;
    const sent = [...site.sent].find(([path]) => path.endsWith("vectors.npy"))?.[1] ?? 0;
    const show = (k: number) => page.evaluate((k) => window.matryoscope.setState({ k }), k);
    await show(512);
    const during = since();
    await show(dims);
    const all = since();
    const frames: number[] = [];
    for (const k of [2100, 2300, 2500, 2700, 2900]) frames.push(await timed(() => show(k)));
    await page.waitForTimeout(3000);
    const { peak, rest } = memory.end();
    return { rows, dims, first, share: sent / vectors.length, during, all, frame: median(frames), peak, rest };
  } finally {
    await browser.close();
    await site.close();
  }
}

/** Watches the memory of a browser's tabs; the largest counts, the others hold empty pages. */
class Memory {
  readonly #tabs: number[];
  readonly #timer: NodeJS.Timeout;
  #peak = 0;
  #now = 0;

  private constructor(tabs: number[]) {
    this.#tabs = tabs;
    this.#timer = setInterval(() => this.#look(), 50);
  }

  static async watch(browser: Browser): Promise<Memory> {
    const session = await browser.newBrowserCDPSession();
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    return new Memory(processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id));
  }

  end(): { peak: number; rest: number } {
    clearInterval(this.#timer);
    this.#look();
    return { peak: this.#peak, rest: this.#now };
  }

  #look(): void {
    this.#now = Math.max(...this.#tabs.map(ownMegabytes));
    this.#peak = Math.max(this.#peak, this.#now);
  }
}

function ownMegabytes(process: number): number {
  try {
    const status = readFileSync(`/proc/${process}/status`, "utf8");
    return Number(/RssAnon:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    // The process has ended, or this is no Linux.
    return 0;
  }
}

function largeSpace(name: string, rows: number, dims: number): SiteOptions["instead"] & {} {
  const { codes, scales } = seededSpace(rows, dims);
  const folder = `datasets/${name}`;
  const files = { vectors: "vectors.npy", scale: "scale.npy", points: "points.parquet" };
  const manifest = { name, title: `Generated ${rows}`, rows, dims, dtype: "i1", files };
  const file = (descr: string, shape: number[], body: ArrayBufferView) =>
    Buffer.concat([
      npyHeader(descr, shape.length > 1, shape),
      new Uint8Array(body.buffer, body.byteOffset, body.byteLength),
    ]);
  const texts = (value: (row: number) => string) => Array.from({ length: rows }, (_, row) => value(row));
  const columnData = [
    { name: "title", type: "STRING" as const, data: texts((row) => `Point ${row}`) },
    { name: "text", type: "STRING" as const, data: texts((row) => `The text of the generated point number ${row}.`) },
    { name: "category", type: "STRING" as const, data: texts((row) => `group ${row % 12}`) },
  ];
  return {
    [`${folder}/dataset.json`]: Buffer.from(JSON.stringify(manifest)),
    [`${folder}/vectors.npy`]: file("|i1", [rows, dims], codes),
    [`${folder}/scale.npy`]: file("<f4", [dims], scales),
    [`${folder}/points.parquet`]: Buffer.from(parquetWriteBuffer({ columnData })),
  };
}

/** The openings as a Markdown table. */
export function printOpenings(openings: Opening[]): void {
  console.log(
    "| space | first frame, s | of the file by then | 512 dims, s | all dims, s | a frame, s | tab at most, MB | at rest, MB |",
  );
  console.log("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
  for (const { rows, dims, first, share, during, all, frame, peak, rest } of openings) {
    const shape = `${rows.toLocaleString("en")} × ${dims.toLocaleString("en")}`;
    const seconds = [first, during, all, frame].map((value) => value.toFixed(value < 1 ? 2 : 1));
    const [one, two, three, four] = seconds;
    const percent = `${(100 * share).toFixed(1)} %`;
    console.log(
      `| ${shape} | ${one} | ${percent} | ${two} | ${three} | ${four} | ${peak.toFixed(0)} | ${rest.toFixed(0)} |`,
    );
  }
}
