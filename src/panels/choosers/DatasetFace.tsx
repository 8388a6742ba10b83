import { t } from "../../i18n";
import { type SpaceEntry, useScope } from "../../state";
import { count } from "../figures";

/** A space, and of how many rows it is a sample: with the axes of its own rows, or with those of the whole. */
type SizedSpace = SpaceEntry & { ofRows?: number | undefined; wholeRows?: number | undefined };

/** The spaces that are offered; a space that is open by its address stands among them as well. */
export function useSpaces(): { entries: SpaceEntry[]; open: SizedSpace } {
  const data = useScope((state) => state.data);
  const spaces = useScope((state) => state.spaces);
  const manifest = useScope((state) => state.manifest);
  const listed = spaces.find(({ name }) => name === data);
  const { title = data, rows = 0, dims = 0, ofRows, wholeRows } = manifest ?? {};
  const own = { name: data, title, rows, dims, ofRows, wholeRows };
  return { entries: listed ? spaces : [own, ...spaces], open: listed ?? own };
}

/** A space by its title and its size. */
export function SpaceName({ space }: { space: SizedSpace }) {
  const { title, dims } = space;
  return (
    <span className="space-name">
      <bdi className="space-title">{title}</bdi> {dims > 0 && <span className="space-size">{sizeOf(space)}</span>}
    </span>
  );
}

function sizeOf({ title, rows, dims, ofRows, wholeRows }: SizedSpace): string {
  if (wholeRows !== undefined) {
    return t("exact for {whole}, {rows} shown", { whole: count(wholeRows), rows: count(rows) });
  }
  if (ofRows !== undefined) {
    return t("{rows} of {all} × {dims}", { rows: count(rows), all: count(ofRows), dims: count(dims) });
  }
  return title.includes(count(dims))
    ? t("{rows, plural, one {# point} other {# points}}", { rows })
    : `${count(rows)} × ${count(dims)}`;
}
