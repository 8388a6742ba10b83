import { type KeyboardEvent as KeyPress, useEffect, useRef } from "react";
import { t } from "../../i18n";
import { openPanel, scope, search, select, selectRows, useScope } from "../../state";
import { isForTyping } from "../shortcuts/typing";
import { focusHits, SEARCH } from "./search-focus";
import "./search-box.css";

/** Search as you type; "/" leads here, Escape empties it. */
export function SearchBox() {
  const query = useScope((state) => state.query);
  const ready = useScope((state) => state.points !== null);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!scope.getState().singleKeys || isForTyping(event.target)) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return (
    <div className="search">
      <svg viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" aria-hidden="true">
        <path
          strokeWidth="1.4"
          strokeLinecap="round"
          d="M7 2.5a4.500 4.500 0 1 1 0 9 4.500 4.500 0 0 1 0-9zM10.200 10.200l3.300 3.300"
        />
      </svg>
      <input
        ref={input}
        type="search"
        id={SEARCH}
        aria-label={t("Search points")}
        placeholder={t("Search")}
        autoComplete="off"
        spellCheck={false}
        disabled={!ready}
        value={query}
        onClick={() => query && openPanel("points")}
        onChange={(event) => {
          search(event.target.value);
          openPanel("points");
        }}
        onKeyDown={onKeyDown}
      />
      <kbd>/</kbd>
    </div>
  );
}

function onKeyDown(event: KeyPress<HTMLInputElement>): void {
  const { query, hits } = scope.getState();
  if (event.key === "Escape") {
    if (query) search("");
    else event.currentTarget.blur();
  } else if (event.key === "ArrowDown" && query) {
    openPanel("points");
    if (focusHits()) event.preventDefault();
  } else if (event.key === "Enter" && hits?.query === query && hits.rows.length > 0) {
    if (event.shiftKey) selectRows([hits.rows[0]], "add");
    else select(hits.rows[0]);
  }
}
