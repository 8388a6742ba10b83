import { useEffect, useRef, useState } from "react";
import type { Ground } from "../../../scene";
import type { OffscreenCloud } from "../../../scene/still";
import { pixelsOf } from "../../../sharing/picture";
import { makeFile, sizeAndScale } from "./make-file";
import type { Settings } from "./settings";

/** Files of so many pixels are made as soon as the choices rest, so that their size is told and they are at hand. */
const LIGHT = 9_000_000;
const REST_MS = 400;

/** The file that is chosen, as far as it is made. */
export interface Made {
  file: Blob | null;
  /** What is being made: how far it is, 0 … 1. Null while nothing is. */
  share: number | null;
  problem: Error | null;
}

const NOTHING: Made = { file: null, share: null, problem: null };

/**
 * The file that is chosen. One that is quickly made is made on its own; any is made by `make`, which `cancel` ends.
 */
export function useFile(cloud: OffscreenCloud, chosen: Settings, ground: Ground) {
  const [made, setMade] = useState<Made>(NOTHING);
  // What is being made, or was made, of these choices: known at once, also to a timer that was set before.
  const running = useRef<{ aborter: AbortController; file: Promise<Blob | null> } | null>(null);
  const { size, scale } = sizeAndScale(chosen);
  const pixels = pixelsOf(size, scale);
  const isLight = pixels.width * pixels.height <= LIGHT;

  const make = (): Promise<Blob | null> => {
    if (running.current) return running.current.file;
    const aborter = new AbortController();
    const { signal } = aborter;
    setMade({ ...NOTHING, share: 0 });
    const progress = (share: number) => !signal.aborted && setMade({ ...NOTHING, share });
    const file = makeFile(cloud, chosen, ground, { signal, progress }).then(
      (blob) => {
        if (signal.aborted) return null;
        setMade({ ...NOTHING, file: blob });
        return blob;
      },
      (error: Error) => {
        if (signal.aborted) return null;
        setMade({ ...NOTHING, problem: error });
        // Another try may have more luck.
        running.current = null;
        return null;
      },
    );
    running.current = { aborter, file };
    return file;
  };
  const cancel = () => {
    running.current?.aborter.abort();
    running.current = null;
    setMade(NOTHING);
  };
  // Other choices are another file.
  // biome-ignore lint/correctness/useExhaustiveDependencies: of these alone
  useEffect(() => {
    cancel();
    if (!isLight) return;
    const timer = setTimeout(make, REST_MS);
    return () => clearTimeout(timer);
  }, [cloud, chosen, ground]);
  useEffect(() => () => running.current?.aborter.abort(), []);
  return { made, make, cancel, isLight };
}
