import { useScope } from "../../state";
import { Funnel } from "./Funnel";
import { Recall } from "./Recall";
import { Storage } from "./Storage";
import "./retrieval.css";

/** What a prefix keeps of the neighbours, what an index of it costs, and which to take. */
export function RetrievalPanel() {
  const manifest = useScope((state) => state.manifest);
  if (!manifest) return null;
  return (
    <div className="retrieval">
      <Recall dims={manifest.dims} />
      <Storage dims={manifest.dims} rows={manifest.rows} />
      <Funnel dims={manifest.dims} />
    </div>
  );
}
