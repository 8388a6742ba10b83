import { lazy, Suspense } from "react";
import { useScope } from "../../state";

const ExportSheet = lazy(async () => ({ default: (await import("../export/ExportSheet")).ExportSheet }));
const ShareSheet = lazy(async () => ({ default: (await import("../share/ShareSheet")).ShareSheet }));

/** The sheet that is open, if one is; each is fetched when it is first opened. */
export function Sheets() {
  const sheet = useScope((state) => state.sheet);
  return (
    <Suspense>
      {sheet === "export" && <ExportSheet />}
      {sheet === "share" && <ShareSheet />}
    </Suspense>
  );
}
