import { useEffect, useState } from "react";
import { assemblePage, carriedView, fetchFrame, type Measured } from "../../../sharing/page";
import { linkOf, type Manifest, scope } from "../../../state";
import { type CarryPlan, Packer } from "../../../state/carrying";

/** What makes the page, and what it has found out. */
export interface PagePacker {
  /** What a try said of rows and type; null until it has been made. */
  measured: Measured | null;
  /** What share of a page is made; null while none is. */
  share: number | null;
  problem: string | null;
  /** Makes the page. It is null when it was cancelled, or could not be made. */
  make: (plan: CarryPlan) => Promise<Blob | null>;
  cancel: () => void;
}

interface Desk {
  packer: Packer;
  /** The page without anything in it. */
  frame: Promise<string>;
  abort: AbortController;
}

/** A packer for as long as the tab is there: of the open space, with what a try says of the rows and type of a plan. */
export function usePacker(manifest: Manifest, { rows, dtype }: Pick<CarryPlan, "rows" | "dtype">): PagePacker {
  const [desk, setDesk] = useState<Desk | null>(null);
  const [measured, setMeasured] = useState<Measured | null>(null);
  const [share, setShare] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  // One that was cancelled makes room for another.
  const [run, setRun] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another run is another packer
  useEffect(() => {
    const abort = new AbortController();
    const frame = fetchFrame(abort.signal);
    frame.catch(() => {});
    setDesk({ packer: new Packer(manifest, abort.signal), frame, abort });
    return () => abort.abort();
  }, [manifest, run]);
  useEffect(() => {
    if (!desk) return;
    let isNewest = true;
    const tell = async () => {
      const [tried, frame] = await Promise.all([
        desk.packer.measure({ rows, dtype, title: "", dims: manifest.dims }),
        desk.frame,
      ]);
      if (isNewest) setMeasured({ ...tried, around: new Blob([frame]).size });
    };
    tell().catch((error) => {
      if (isNewest && !desk.abort.signal.aborted) setProblem(wordsOf(error));
    });
    return () => {
      isNewest = false;
    };
  }, [desk, rows, dtype, manifest]);
  return {
    measured,
    share,
    problem,
    async make(plan) {
      if (!desk) return null;
      setProblem(null);
      setShare(0);
      try {
        const frame = await desk.frame;
        const { space, points } = await desk.packer.pack(plan, setShare);
        const view = carriedView(linkOf(scope.getState()), plan.rows, plan.dims);
        return assemblePage(frame, { title: plan.title, view, space, points });
      } catch (error) {
        if (!desk.abort.signal.aborted) setProblem(wordsOf(error));
        return null;
      } finally {
        setShare(null);
      }
    },
    cancel() {
      desk?.abort.abort();
      setRun(run + 1);
    },
  };
}

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
