import { useMemo, useState } from "react";
import { fileName, saveFile } from "../../../charts";
import { joined, t } from "../../../i18n";
import { dimsThatFit, MOST_BYTES, pageBytes, typesFor } from "../../../sharing/page";
import { FIRST_K, type Manifest, scope, type ValueType } from "../../../state";
import { sampleRows } from "../../../state/carrying";
import { count } from "../../figures";
import { megabytes } from "./megabytes";
import { type ChosenRows, PageRows } from "./PageRows";
import { usePacker } from "./use-packer";

/** What goes into the page, and the button that makes it. */
export function PageForm({ manifest }: { manifest: Manifest }) {
  const [title, setTitle] = useState(manifest.title);
  const [chosen, setChosen] = useState<ChosenRows>({ kind: "all" });
  const [dtype, setType] = useState<ValueType>(manifest.dtype);
  // Null stands for as many as fit.
  const [typed, setTyped] = useState<number | null>(null);
  const rows = useMemo(() => rowsOf(chosen, manifest.rows), [chosen, manifest]);
  const { measured, share, problem, make, cancel } = usePacker(manifest, { rows, dtype });
  const types = typesFor(manifest);
  const kept = rows?.length ?? manifest.rows;
  const fitting = measured && dimsThatFit(measured, kept, manifest.dims);
  const dims = typed ?? fitting ?? manifest.dims;
  const size = measured && pageBytes(measured, kept, dims);
  const isRight = kept > FIRST_K && dims >= FIRST_K && dims <= manifest.dims && title.trim() !== "";
  const isTooMuch = size !== null && size > MOST_BYTES;
  const download = async () => {
    const page = await make({ title: title.trim(), rows, dims, dtype });
    if (page) saveFile(fileName([title.trim(), "Matryoscope"], "html"), page, "text/html");
  };
  const busy = share !== null;
  return (
    <form
      className="sheet-form"
      onSubmit={(event) => {
        event.preventDefault();
        download();
      }}
    >
      <p className="sheet-note">
        {t(
          "One file that holds this space, this view and the app itself. It opens at a double click, on any machine, without a network, and asks no server for anything.",
        )}
      </p>
      <fieldset className="sheet-form" disabled={busy}>
        <label className="sheet-field">
          <span>{t("Title")}</span>
          <input type="text" required value={title} onChange={({ target }) => setTitle(target.value)} />
        </label>
        <PageRows chosen={chosen} rows={manifest.rows} onChoose={setChosen} />
        <div className="sheet-fields">
          <label className="sheet-field">
            <span>{t("Dimensions, of {dims}", { dims: count(manifest.dims) })}</span>
            <input
              type="number"
              required
              min={FIRST_K}
              max={manifest.dims}
              value={dims || ""}
              onChange={({ target }) => setTyped(target.valueAsNumber || 0)}
            />
          </label>
          <label className="sheet-field">
            <span>{t("Precision")}</span>
            <select value={dtype} onChange={({ target }) => setType(target.value as ValueType)}>
              {types.map((type) => (
                <option key={type} value={type}>
                  {precisionOf(type)}
                </option>
              ))}
            </select>
          </label>
        </div>
        <PageNotes manifest={manifest} dims={dims} rows={kept} dtype={dtype} />
      </fieldset>
      <div className="sheet-foot">
        {problem !== null && (
          <p role="alert" className="sheet-warning">
            {t("The page could not be made: {why}. Try again, or take fewer points.", { why: problem })}
          </p>
        )}
        {busy && (
          <div className="sheet-busy">
            <progress aria-label={t("Making the page")} value={share} max={1} />
          </div>
        )}
        <div className="sheet-actions">
          <span role="status" className={isTooMuch ? "sheet-warning" : "sheet-note"}>
            {sizeInWords(size)}
          </span>
          {isTooMuch && fitting !== null && fitting >= FIRST_K && (
            <button type="button" className="button" onClick={() => setTyped(null)}>
              {t("Take {dims} dimensions", { dims: count(fitting) })}
            </button>
          )}
          {busy ? (
            <button type="button" className="button" onClick={cancel}>
              {t("Cancel")}
            </button>
          ) : (
            <button type="submit" className="button button-main" disabled={!isRight || isTooMuch || size === null}>
              {t("Download page")}
            </button>
          )}
        </div>
      </div>
    </form>
  );
}

/** What the page shows otherwise than this one does. */
function PageNotes({
  manifest,
  dims,
  rows,
  dtype,
}: {
  manifest: Manifest;
  dims: number;
  rows: number;
  dtype: ValueType;
}) {
  const hasAddresses = scope
    .getState()
    .points?.images?.some((image) => typeof image === "string" && !image.startsWith("data:"));
  const notes = [
    rows < manifest.rows && t("Its components are those of the points it holds, and so are its frames."),
    rows === manifest.rows &&
      manifest.wholeRows &&
      t("Its components are those of the points it holds, not of the whole they were drawn from."),
    dtype !== manifest.dtype && t("Values are rounded: its frames are those of the rounded values."),
    rows === manifest.rows &&
      !manifest.wholeRows &&
      dtype === manifest.dtype &&
      t("Its components are exactly those seen here."),
    dims < manifest.dims && t("Its slider ends at {dims} dimensions.", { dims: count(dims) }),
    hasAddresses && t("Pictures that lie at an address are left out: the page fetches nothing."),
  ].map((note) => note || "");
  return <p className="sheet-note">{joined("sentences", notes)}</p>;
}

function rowsOf(chosen: ChosenRows, rows: number): Int32Array | null {
  if (chosen.kind === "selection") return Int32Array.from(scope.getState().selection);
  if (chosen.kind === "sample" && chosen.count < rows)
    return Int32Array.from(sampleRows(rows, chosen.count, chosen.seed || 0));
  return null;
}

function sizeInWords(size: number | null): string {
  if (size === null) return t("Trying how well it packs…");
  const values = { size: megabytes(size), most: megabytes(MOST_BYTES) };
  return size > MOST_BYTES
    ? t("That is about {size}, and a page has {most} at most.", values)
    : t("About {size} of at most {most}", values);
}

function precisionOf(type: ValueType): string {
  if (type === "i1") return t("Whole numbers");
  return type === "f2" ? t("Half precision") : t("Single precision");
}
