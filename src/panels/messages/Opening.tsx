import { useScope } from "../../state";

/** What the page waits for, until the first frame is there. */
export function Opening() {
  const waiting = useScope((state) => !state.frame && !state.problem);
  const title = useScope(
    ({ manifest, spaces, data }) => manifest?.title ?? spaces.find(({ name }) => name === data)?.title ?? data,
  );
  if (!waiting) return null;
  return <p className="opening">{`Opening ${title}…`}</p>;
}
