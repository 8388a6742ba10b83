import { type ChangeEvent, useRef } from "react";
import { said, t } from "../../../i18n";
import { look, refuse } from "../desk";
import { chosenFiles } from "../dropped";

// An attribute that React's types do not know.
const FOLDER = { webkitdirectory: "" };

/** Files or a folder of the user's own machine. */
export function FilesWay() {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const onChange = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const chosen = chosenFiles(target.files ?? []);
    // The same file can be chosen again.
    target.value = "";
    if (chosen.length > 0) look({ kind: "files", files: chosen });
    else
      refuse({
        what: said("The folder holds no files."),
        remedy: said("Choose one that does, or the files themselves."),
      });
  };
  return (
    <>
      <div className="way-drop">
        <p>{t("Drop files anywhere on this page, or")}</p>
        <div className="way-buttons">
          <button type="button" className="button button-main" onClick={() => files.current!.click()}>
            {t("Choose files…")}
          </button>
          <button type="button" className="button" onClick={() => folder.current!.click()}>
            {t("Choose a folder…")}
          </button>
        </div>
        <input ref={files} type="file" multiple hidden aria-label={t("Files to open")} onChange={onChange} />
        <input ref={folder} type="file" {...FOLDER} hidden aria-label={t("Folder to open")} onChange={onChange} />
        <p className="sheet-note">{t("Vectors and what is known of them may be two files: choose both.")}</p>
      </div>
      <p className="way-privacy">{t("Nothing leaves this machine.")}</p>
      <p className="sheet-note">
        {t(
          "NumPy (.npy, .npz), Parquet, Arrow and Feather, CSV and TSV, JSON and JSONL, TensorBoard projector, word2vec, GloVe, fvecs, HDF5, safetensors, SQLite, raw float32; each also gzipped. Or a dataset folder.",
        )}
      </p>
    </>
  );
}
