import {
  type MouseEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useRef,
} from "react";
import { t } from "../../i18n";
import "./forms.css";
import "./sheet.css";

interface Props {
  title: string;
  className?: string;
  /** The heading, for a sheet that leads the focus there. */
  heading?: Ref<HTMLHeadingElement>;
  /** What Escape does where it does not close. */
  onEscape?: () => void;
  /** Whether what was filled in is lost with the sheet: a click beside it then does not close it. */
  isForm?: boolean;
  onClose: () => void;
  children: ReactNode;
}

/**
 * A dialog over the page. The browser's own holds the focus, hides the page behind it from assistive technology, and
 * gives the focus back.
 */
export function Sheet({ title, className = "", heading, isForm, onClose, onEscape = onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const element = dialog.current!;
    element.showModal();
    // While it is still on the page: only then it gives the focus back.
    return () => element.close();
  }, []);
  const stepBack = useEffectEvent(onEscape);
  useEffect(() => {
    // A browser hears Escape only while something in the dialog has the focus, and what was removed has it no more.
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      event.preventDefault();
      stepBack();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
  // Of the dialog itself only the ground around what it holds can be hit. A press that began elsewhere, on a text that is
  // being selected or a tab that moves away under it, ends there as a click, too, and means something else.
  const pressed = useRef<EventTarget | null>(null);
  const onClick = (event: MouseEvent) => {
    if (!isForm && event.target === dialog.current && pressed.current === dialog.current) onClose();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it
    <dialog
      ref={dialog}
      className={`sheet ${className}`}
      aria-labelledby={id}
      // Of its own accord: a browser may close it at a second Escape without asking.
      onClose={onClose}
      // By what else asks it to close, as the gesture for "back" of a phone.
      onCancel={(event) => {
        if (event.target !== dialog.current) return;
        event.preventDefault();
        onEscape();
      }}
      onPointerDown={({ target }) => {
        pressed.current = target;
      }}
      onClick={onClick}
    >
      <div className="sheet-page">
        <header>
          <h2 ref={heading} id={id} tabIndex={-1}>
            {title}
          </h2>
          <button type="button" className="icon-button" aria-label={t("Close")} onClick={onClose}>
            <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
              <path d="M1 1l10 10M11 1L1 11" stroke="currentColor" strokeWidth="1.5" />
            </svg>
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
