import type { KeyboardEvent } from "react";
import { t, textOf } from "../../../i18n";
import { desk, useDesk, WAYS } from "../desk";
import { AddressWay } from "./AddressWay";
import { EmbedWay } from "./EmbedWay";
import { FilesWay } from "./FilesWay";
import { HubWay } from "./HubWay";
import { KeptWay } from "./KeptWay";
import { PasteWay } from "./PasteWay";

/** The ways in, one tab each; the arrow keys go round them. */
export function Ways() {
  const way = useDesk((state) => state.way);
  const isBusy = useDesk(({ busy }) => busy !== null);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: WAYS.length - 1, ArrowUp: WAYS.length - 1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = WAYS[(WAYS.findIndex((one) => one.way === way) + step) % WAYS.length].way;
    desk.setState({ way: next });
    document.getElementById(`way-${next}`)?.focus();
  };
  return (
    <div className="ways">
      <div className="ways-tabs" role="tablist" aria-label={t("Ways to open data")}>
        {WAYS.map((one) => (
          <button
            key={one.way}
            type="button"
            role="tab"
            id={`way-${one.way}`}
            aria-controls="way"
            aria-selected={one.way === way}
            tabIndex={one.way === way ? 0 : -1}
            onClick={() => desk.setState({ way: one.way })}
            onKeyDown={onKeyDown}
          >
            {textOf(one.name)}
          </button>
        ))}
      </div>
      <div className="way" role="tabpanel" id="way" aria-labelledby={`way-${way}`}>
        <fieldset disabled={isBusy}>
          {way === "files" && <FilesWay />}
          {way === "paste" && <PasteWay />}
          {way === "address" && <AddressWay />}
          {way === "hub" && <HubWay />}
          {way === "texts" && <EmbedWay />}
          {way === "kept" && <KeptWay />}
        </fieldset>
      </div>
    </div>
  );
}
