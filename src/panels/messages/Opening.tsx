import { t, textOf } from "../../i18n";
import { useScope } from "../../state";
import { bytes } from "../figures";

/** What the page waits for, until the first frame is there: of what, and how much of it has come. */
export function Opening() {
  const waiting = useScope((state) => !state.frame && !state.problem);
  const title = useScope(
    ({ manifest, spaces, data }) => manifest?.title ?? spaces.find(({ name }) => name === data)?.title ?? data,
  );
  const arrived = useScope((state) => state.progress.bytes);
  const total = useScope((state) => state.progress.totalBytes);
  const reading = useScope((state) => state.reading);
  if (!waiting) return null;
  if (reading) {
    return (
      <div className="opening">
        <p>{`${textOf(reading.what)}…`}</p>
        <progress aria-label={t("Opening")} {...(reading.share === null ? {} : { value: reading.share, max: 1 })} />
      </div>
    );
  }
  const known = total > 0;
  return (
    <div className="opening">
      <p>{t("Opening {title}…", { title })}</p>
      {/* Without a value it is a bar that says: on the way, who knows how far. */}
      <progress aria-label={t("Opening")} {...(known ? { value: Math.min(arrived, total), max: total } : {})} />
      <p className="opening-bytes">
        {known
          ? t("{arrived} of {total}", { arrived: bytes(arrived), total: bytes(total) })
          : t("waiting for the server")}
      </p>
    </div>
  );
}
