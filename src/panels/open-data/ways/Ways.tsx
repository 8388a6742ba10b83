import { Tabs } from "radix-ui";
import { t, textOf } from "../../../i18n";
import { useMedia } from "../../use-media";
import { desk, useDesk, WAYS, type Way } from "../desk";
import { AddressWay } from "./AddressWay";
import { EmbedWay } from "./EmbedWay";
import { FilesWay } from "./FilesWay";
import { HubWay } from "./HubWay";
import { KeptWay } from "./KeptWay";
import { PasteWay } from "./PasteWay";

/** Where the tabs stand in a row: as in `open-data.css`. */
const ROW = "(max-width: 720px)";

/** The ways in, one tab each: below each other, and beside each other on a phone. */
export function Ways() {
  const way = useDesk((state) => state.way);
  const isBusy = useDesk(({ busy }) => busy !== null);
  const orientation = useMedia(ROW) ? "horizontal" : "vertical";
  return (
    <Tabs.Root
      className="ways"
      value={way}
      orientation={orientation}
      onValueChange={(next) => desk.setState({ way: next as Way })}
    >
      <Tabs.List className="ways-tabs" aria-label={t("Ways to open data")}>
        {WAYS.map((one) => (
          <Tabs.Trigger key={one.way} value={one.way} id={`way-${one.way}`}>
            {textOf(one.name)}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      <Tabs.Content className="way" value={way} tabIndex={undefined} aria-labelledby={`way-${way}`}>
        <fieldset disabled={isBusy}>
          {way === "files" && <FilesWay />}
          {way === "paste" && <PasteWay />}
          {way === "address" && <AddressWay />}
          {way === "hub" && <HubWay />}
          {way === "texts" && <EmbedWay />}
          {way === "kept" && <KeptWay />}
        </fieldset>
      </Tabs.Content>
    </Tabs.Root>
  );
}
