// npm run bench: each row is a peer and us in the same run, medians of paired runs, as a Markdown table.
import { cpus } from "node:os";
import { PCA } from "ml-pca";
import { Coordinator, localShard } from "../src/engine";
import { Peer } from "./peer";
import { columnBlock, readSpace, type Space } from "./space";

const RUNS = 5;
const BLOCK = 128;

interface Row {
  what: string;
  target: string;
  peer: string;
  peerSeconds: number | null;
  ourSeconds: number;
  /** Whether the ratio is ours ÷ peer (a cost) instead of peer ÷ ours (a gain). */
  cost?: boolean;
}

async function load(space: Space): Promise<Coordinator> {
  const coordinator = await Coordinator.open(localShard, { rows: space.rows, dims: space.dims, type: "i1", shards: 1 });
  for (let from = 0; from < space.dims; from += BLOCK) {
    await coordinator.append(columnBlock(space, from, Math.min(space.dims, from + BLOCK)));
  }
  return coordinator;
}

async function timed(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1];

async function pairs(ours: () => unknown, peer: (() => Promise<{ seconds: number }>) | null, runs = RUNS) {
  const [mine, theirs]: [number[], number[]] = [[], []];
  for (let run = 0; run < runs; run++) {
    mine.push(await timed(ours));
    if (peer) theirs.push((await peer()).seconds);
  }
  return { ourSeconds: median(mine), peerSeconds: peer ? median(theirs) : null };
}

function print(rows: Row[], versions: string): void {
  console.log(`\n10,000 × 3,072, ${cpus().length} × ${cpus()[0].model}, Node ${process.version}, ${versions}\n`);
  console.log("| what | peer | peer, s | ours, s | ratio | target |\n| --- | --- | ---: | ---: | ---: | --- |");
  for (const { what, target, peer, peerSeconds, ourSeconds, cost } of rows) {
    const ratio = peerSeconds === null ? null : cost ? ourSeconds / peerSeconds : peerSeconds / ourSeconds;
    const cells = [peerSeconds?.toFixed(3) ?? "not here", ourSeconds.toFixed(4), ratio ? `${ratio.toFixed(1)} ×` : "–"];
    console.log(`| ${what} | ${peer} | ${cells.join(" | ")} | ${target} |`);
  }
}

async function main(): Promise<void> {
  const space = readSpace("public/datasets/wordnet-mrl-3072");
  const peer = Peer.find();
  if (!peer) console.log("scikit-learn is not here (Debian: apt-get install python3-sklearn): its columns stay empty.");
  const versions = peer ? (await peer.ask(`load ${space.folder} ${space.rows}`)).versions : "no scikit-learn";
  const ask = (question: string) => (peer ? () => peer.ask(question) : null);
  const rows: Row[] = [];

  let coordinator = await load(space);
  const gram = await pairs(
    async () => {
      coordinator = await load(space);
    },
    ask("gram"),
    3,
  );
  rows.push({ what: "Gram matrix, complete", peer: "numpy `X.T @ X`", target: "≤ 2.5 ×", cost: true, ...gram });

  const d = space.dims;
  const cold = await pairs(
    async () => {
      coordinator.forget();
      await coordinator.frame({ k: d });
    },
    ask(`pca ${d}`),
  );
  rows.push({
    what: `frame at ${d} from cold, ladder included`,
    peer: "`PCA(3).fit_transform`",
    target: "≥ 3 ×",
    ...cold,
  });

  const warm = await pairs(() => coordinator.frame({ k: d }), ask(`pca ${d}`));
  rows.push({ what: `frame at ${d} from the rung below`, peer: "`PCA(3).fit_transform`", target: "≥ 8 ×", ...warm });

  const x = Array.from({ length: space.rows }, (_, r) =>
    Array.from({ length: 512 }, (_, j) => space.codes[j * space.rows + r] * space.scales[j]),
  );
  coordinator.forget();
  const ours512 = await timed(() => coordinator.frame({ k: 512 }));
  console.error("ml-pca at 10,000 × 512 takes about a minute …");
  const mlPca = await timed(() => {
    const pca = new PCA(x, { method: "covarianceMatrix" });
    pca.predict(x, { nComponents: 3 });
  });
  const small = { ourSeconds: ours512, peerSeconds: mlPca };
  rows.push({ what: "frame at 512 from cold", peer: "ml-pca, fit and predict", target: "≥ 150 ×", ...small });

  peer?.close();
  print(rows, versions);
}

await main();
