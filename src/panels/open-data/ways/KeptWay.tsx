import { useEffect, useState } from "react";
import { said, t } from "../../../i18n";
import type { Problem } from "../../../state";
import { type KeptSpace, keptSpaces, removeKept } from "../../../state/own";
import { bytes, count } from "../../figures";
import { openKept, refuse } from "../desk";

/** Spaces that are kept in this browser: opened or removed. */
export function KeptWay() {
  const [spaces, setSpaces] = useState<KeptSpace[] | null>(null);
  useEffect(() => {
    let isHere = true;
    keptSpaces().then(
      (kept) => isHere && setSpaces(kept),
      (error: Error) => {
        refuse(problemOf(error));
        if (isHere) setSpaces([]);
      },
    );
    return () => {
      isHere = false;
    };
  }, []);
  const remove = async (name: string) => {
    try {
      await removeKept(name);
      setSpaces(await keptSpaces());
      // Its button is gone, and the focus with it.
      document.getElementById("way-kept")?.focus();
    } catch (error) {
      refuse(problemOf(error as Error));
    }
  };
  if (!spaces) return <p role="status">{t("Looking…")}</p>;
  return (
    <>
      {spaces.length === 0 ? (
        <p>{t("Nothing is kept yet. “Keep in this browser” stands below what was found in a file.")}</p>
      ) : (
        <ul className="kept-spaces" aria-label={t("Kept spaces")}>
          {spaces.map(({ name, title, rows, dims, bytes: size }) => (
            <li key={name}>
              <p>
                <bdi>{title}</bdi>
                <span>{`${count(rows)} × ${count(dims)} · ${bytes(size)}`}</span>
              </p>
              <button
                type="button"
                className="button"
                aria-label={t("Open {title}", { title })}
                onClick={() => openKept(name)}
              >
                {t("Open")}
              </button>
              <button
                type="button"
                className="button"
                aria-label={t("Remove {title}", { title })}
                onClick={() => remove(name)}
              >
                {t("Remove")}
              </button>
            </li>
          ))}
        </ul>
      )}
      <p className="sheet-note">
        {t("They lie in this browser's storage on this machine. Clearing the data of this site removes them.")}
      </p>
    </>
  );
}

function problemOf(error: Error & { problem?: Problem }): Problem {
  return (
    error.problem ?? {
      what: said("This browser does not give what it keeps for the page: {reason}.", { reason: error.message }),
      remedy: said("A private window keeps nothing; open the page in an ordinary one."),
    }
  );
}
