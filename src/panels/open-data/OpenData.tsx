import { useEffect, useLayoutEffect, useRef } from "react";
import { scope, setHelp } from "../../state";
import { Choose } from "./choose/Choose";
import { cancel, close, desk, look, useDesk } from "./desk";
import { Footer } from "./Footer";
import { Ways } from "./ways/Ways";
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
        // Escape takes back one thing at a time.
        if (desk.getState().busy) cancel();
        else close();
      }}
    >
      <header>
        <h2 ref={title} id="open-data-title" tabIndex={-1}>
          Open data
        </h2>
        <button type="button" className="icon-button" aria-label="Close" onClick={close}>
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
