import { useRef } from "react";
import { t } from "../../i18n";
import { linkOf, scope, writeLink } from "../../state";

/** The mark of the product in a view that is part of another page: it opens all of it, at the same state. */
export function FullViewLink() {
  const link = useRef<HTMLAnchorElement>(null);
  // Its address is written when somebody is about to use it, and not at every frame that plays.
  const write = () => {
    link.current!.href = fullView();
  };
  const name = t("Open the full view in Matryoscope, in a new tab");
  return (
    <a
      ref={link}
      className="full-view"
      href={fullView()}
      target="_blank"
      rel="noopener"
      aria-label={name}
      title={name}
      onPointerEnter={write}
      onPointerDown={write}
      onFocus={write}
      onClick={write}
    >
      <svg viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" aria-hidden="true">
        <path strokeWidth="1.4" opacity="0.45" d="M5.1 20.2a10.3 10.3 0 1 1 13.8 0" />
        <path strokeWidth="1.6" opacity="0.75" d="M6.9 20.2a7.1 7.1 0 1 1 10.2 0" />
        <path strokeWidth="1.8" d="M9.2 20.2a4.3 4.3 0 1 1 5.6 0" />
        <circle cx="12" cy="17.6" r="1.9" fill="currentColor" stroke="none" />
      </svg>
      <span>
        Matryoscope
        <svg viewBox="0 0 10 10" width="10" height="10" fill="none" stroke="currentColor" aria-hidden="true">
          <path strokeWidth="1.3" d="M1.500 8.500l7-7M3.500 1.500h5v5" />
        </svg>
      </span>
    </a>
  );
}

/** Where all of the page shows this view. */
function fullView(): string {
  const link = writeLink({ ...linkOf(scope.getState()), embed: undefined });
  return location.pathname + location.search + link;
}
