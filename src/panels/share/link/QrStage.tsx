import { useLayoutEffect, useRef } from "react";
import { t } from "../../../i18n";
import type { QrCode } from "../../../sharing/link";
import { QrDrawing } from "./QrDrawing";

interface Props {
  code: QrCode;
  link: string;
  onClose: () => void;
}

/** The code as large as the screen, for a lecture hall, with the link under it. */
export function QrStage({ code, link, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current!;
    element.showModal();
    // Where a page may not have the whole screen, it has the whole window.
    stage.current!.requestFullscreen?.().catch(() => {});
    return () => {
      if (document.fullscreenElement) void document.exitFullscreen();
      element.close();
    };
  }, []);
  useLayoutEffect(() => {
    // Escape leaves the whole screen first: it is meant to leave all of it.
    const onChange = () => document.fullscreenElement || onClose();
    document.addEventListener("fullscreenchange", onChange);
    return () => document.removeEventListener("fullscreenchange", onChange);
  }, [onClose]);
  return (
    <dialog
      ref={dialog}
      className="qr-stage"
      aria-label={t("QR code of the link")}
      onClose={onClose}
      // It would close the sheet under it too.
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        onClose();
      }}
    >
      <div ref={stage}>
        <QrDrawing code={code} />
        <p>{link}</p>
        <button type="button" className="icon-button" aria-label={t("Close")} onClick={onClose}>
          <svg width="16" height="16" viewBox="0 0 12 12" aria-hidden="true">
            <path d="M1 1l10 10M11 1L1 11" stroke="currentColor" strokeWidth="1.5" />
          </svg>
        </button>
      </div>
    </dialog>
  );
}
