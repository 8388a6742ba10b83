import { type SpaceEntry, useScope } from "../../state";
import { count } from "../figures";

/** The spaces that are offered; a space that is open by its address stands among them as well. */
export function useSpaces(): { entries: SpaceEntry[]; open: SpaceEntry } {
  const data = useScope((state) => state.data);
  const spaces = useScope((state) => state.spaces);
  const manifest = useScope((state) => state.manifest);
  const listed = spaces.find(({ name }) => name === data);
  const own = { name: data, title: manifest?.title ?? data, rows: manifest?.rows ?? 0, dims: manifest?.dims ?? 0 };
  return { entries: listed ? spaces : [own, ...spaces], open: listed ?? own };
}

/** A space by its title and its size. */
export function SpaceName({ space: { title, rows, dims } }: { space: SpaceEntry }) {
  return (
    <span className="space-name">
      <span className="space-title">{title}</span>{" "}
      {dims > 0 && (
        <span className="space-size">
          {title.includes(count(dims)) ? `${count(rows)} points` : `${count(rows)} × ${count(dims)}`}
        </span>
      )}
    </span>
  );
}
