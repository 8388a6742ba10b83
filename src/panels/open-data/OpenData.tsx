import { useEffect, useLayoutEffect, useRef } from "react";
import { t } from "../../i18n";
import { scope, setHelp } from "../../state";
import { Choose } from "./choose/Choose";
import { cancel, close, desk, look, useDesk } from "./desk";
import { Footer } from "./Footer";
import { Ways } from "./ways/Ways";
import "../sheet/forms.css";
import "./open-data.css";

/**
 * The dialog that opens data: the ways in, then what was found and how it will be opened. The browser's own dialog holds
 * the focus, hides the page behind it, and gives the focus back. The space behind it stays open until another is there.
 */
export function OpenData() {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const isFound = useDesk(({ found }) => found !== null);
  useLayoutEffect(() => {
    const element = dialog.current!;
    element.showModal();
    // While it is still on the page: only then it gives the focus back.
    return () => element.close();
  }, []);
  useEffect(() => {
    // What was dropped on another dialog takes its place.
    setHelp(false);
    const given = scope.getState().openData?.input;
    if (given?.kind === "url") desk.setState({ way: "address", address: given.url });
    else if (given?.kind === "hub") desk.setState({ way: "hub", dataset: given.dataset });
    else if (given) look(given);
    return cancel;
  }, []);
  useEffect(() => {
    // A browser hears Escape only while something in the dialog has the focus, and what is removed has it no more.
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      event.preventDefault();
      stepBack();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
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
    <dialog
      ref={dialog}
      className="open-data"
      aria-labelledby="open-data-title"
      // A browser may close it at a second Escape without asking.
      onClose={close}
      onCancel={(event) => {
        event.preventDefault();
        stepBack();
      }}
    >
      <header>
        <h2 ref={title} id="open-data-title" tabIndex={-1}>
          {t("Open data")}
        </h2>
        <button type="button" className="icon-button" aria-label={t("Close")} onClick={close}>
          <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
            <path d="M1 1l10 10M11 1L1 11" stroke="currentColor" strokeWidth="1.5" />
          </svg>
        </button>
      </header>
      {isFound ? <Choose /> : <Ways />}
      <Footer />
    </dialog>
  );
}

// Escape takes back one thing at a time.
function stepBack(): void {
  if (desk.getState().busy) cancel();
  else close();
}
