import { type SpaceEntry, useScope } from "../../state";
import { count } from "../figures";

/** The spaces that are offered; a space that is open by its address stands among them as well. */
export function useSpaces(): { entries: SpaceEntry[]; open: SpaceEntry & { ofRows?: number | undefined } } {
  const data = useScope((state) => state.data);
  const spaces = useScope((state) => state.spaces);
  const manifest = useScope((state) => state.manifest);
  const listed = spaces.find(({ name }) => name === data);
  const { title = data, rows = 0, dims = 0, ofRows } = manifest ?? {};
  const own = { name: data, title, rows, dims, ofRows };
  return { entries: listed ? spaces : [own, ...spaces], open: listed ?? own };
}

/** A space by its title and its size. */
export function SpaceName({
  space: { title, rows, dims, ofRows },
}: {
  space: SpaceEntry & { ofRows?: number | undefined };
}) {
  const size = title.includes(count(dims)) ? `${count(rows)} points` : `${count(rows)} × ${count(dims)}`;
  return (
    <span className="space-name">
      <bdi className="space-title">{title}</bdi>{" "}
      {dims > 0 && (
        <span className="space-size">
          {ofRows === undefined ? size : `${count(rows)} of ${count(ofRows)} × ${count(dims)}`}
        </span>
      )}
    </span>
  );
}
