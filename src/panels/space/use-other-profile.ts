import { useEffect, useState } from "react";
import { otherProfile } from "../../state";

/** The std profile of another space, as it is being read. */
export interface OtherProfile {
  std: Float32Array | null;
  /** What share has been read; null while nothing is. */
  share: number | null;
  problem: string | null;
}

const NONE: OtherProfile = { std: null, share: null, problem: null };

/** @param name the other space; empty for none */
export function useOtherProfile(name: string): OtherProfile {
  const [profile, setProfile] = useState<OtherProfile & { of: string }>({ ...NONE, of: "" });
  useEffect(() => {
    if (name === "") return;
    const abort = new AbortController();
    const set = (part: Partial<OtherProfile>) => {
      if (!abort.signal.aborted) setProfile({ ...NONE, ...part, of: name });
    };
    set({ share: 0 });
    otherProfile(name, { signal: abort.signal, progress: (share) => set({ share }) }).then(
      (std) => set({ std }),
      (error) => set({ problem: error instanceof Error ? error.message : String(error) }),
    );
    return () => abort.abort();
  }, [name]);
  return profile.of === name ? profile : NONE;
}
