import { useEffect, useState } from "react";

type Plotting = typeof import("./plotting");

let fetched: Plotting | null = null;

/** The library that draws, once it is there; `failed` says that it could not be fetched. */
export function usePlotting(): { plotting: Plotting | null; failed: boolean } {
  const [plotting, setPlotting] = useState(fetched);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (fetched) return;
    let wanted = true;
    import("./plotting").then(
      (module) => {
        fetched = module;
        if (wanted) setPlotting(module);
      },
      () => wanted && setFailed(true),
    );
    return () => {
      wanted = false;
    };
  }, []);
  return { plotting, failed };
}
