import { useEffect, useLayoutEffect, useRef } from "react";
import { t } from "../../i18n";
import { scope, setHelp } from "../../state";
import { Sheet } from "../sheet/Sheet";
import { Choose } from "./choose/Choose";
import { cancel, close, desk, look, useDesk } from "./desk";
import { Footer } from "./Footer";
import { Ways } from "./ways/Ways";
import "./open-data.css";

/**
 * The dialog that opens data: the ways in, then what was found and how it will be opened. The space behind it stays open
 * until another is there.
 */
export function OpenData() {
  const title = useRef<HTMLHeadingElement>(null);
  const isFound = useDesk(({ found }) => found !== null);
  useEffect(() => {
    // What was dropped on another dialog takes its place.
    setHelp(false);
    const given = scope.getState().openData?.input;
    if (given?.kind === "url") desk.setState({ way: "address", address: given.url });
    else if (given?.kind === "hub") desk.setState({ way: "hub", dataset: given.dataset });
    else if (given) look(given);
    return cancel;
  }, []);
  const isBusy = useDesk(({ busy }) => busy !== null);
  const before = useRef<Element | null>(null);
  // What has the focus is disabled while it works: it gets it back.
  useLayoutEffect(() => {
    if (isBusy) {
      before.current = document.activeElement;
      title.current!.focus();
    } else if (before.current?.isConnected) (before.current as HTMLElement).focus();
  }, [isBusy]);
  // What was found takes the place of the control that asked for it: the focus goes to its heading.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when one takes the other's place
  useEffect(() => title.current!.focus(), [isFound]);
  return (
    <Sheet
      title={t("Open data")}
      className="sheet-wide open-data"
      heading={title}
      isForm
      onEscape={stepBack}
      onClose={close}
    >
      {isFound ? <Choose /> : <Ways />}
      <Footer />
    </Sheet>
  );
}

// Escape takes back one thing at a time.
function stepBack(): void {
  if (desk.getState().busy) cancel();
  else close();
}
