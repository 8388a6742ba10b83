import { useEffect, useRef } from "react";
import { openPanel, scope, search, useScope } from "../../state";
import { isForTyping } from "../shortcuts/typing";
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
      <input
        ref={input}
        type="search"
        aria-label="Search points"
        placeholder="Search points"
        autoComplete="off"
        spellCheck={false}
        disabled={!ready}
        value={query}
        onFocus={() => openPanel("points")}
        onChange={(event) => search(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          if (query) search("");
          else event.currentTarget.blur();
        }}
      />
      <kbd>/</kbd>
    </div>
  );
}
