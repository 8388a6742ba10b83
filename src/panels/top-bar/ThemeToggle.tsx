import { type Said, said, textOf } from "../../i18n";
import { type ScopeState, setTheme, useScope } from "../../state";

type Theme = ScopeState["theme"];

const NEXT: Record<Theme, Theme> = { system: "dark", dark: "light", light: "system" };
const NAMES: Record<Theme, Said> = {
  system: said("Theme: system"),
  dark: said("Theme: dark"),
  light: said("Theme: light"),
};
const SHAPES: Record<Theme, string> = {
  // Half a disc, a moon, a sun.
  system: "M8 2.5a5.5 5.5 0 0 1 0 11z",
  dark: "M12.9 9.7A5.3 5.3 0 0 1 6.3 3.1 5.3 5.3 0 1 0 12.9 9.7z",
  light: "M8 5.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6z",
};

/** Goes round the three themes; its name says which one is on. */
export function ThemeToggle() {
  const theme = useScope((state) => state.theme);
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={textOf(NAMES[theme])}
      title={textOf(NAMES[theme])}
      onClick={() => setTheme(NEXT[theme])}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" aria-hidden="true">
        {theme === "system" && <circle cx="8" cy="8" r="5.5" strokeWidth="1.3" />}
        {theme === "light" && (
          <path
            strokeWidth="1.3"
            strokeLinecap="round"
            d="M8 1.2v1.4M8 13.4v1.4M1.2 8h1.4M13.4 8h1.4M3.2 3.2l1 1M11.8 11.8l1 1M12.8 3.2l-1 1M4.2 11.8l-1 1"
          />
        )}
        <path fill="currentColor" stroke="none" d={SHAPES[theme]} />
      </svg>
    </button>
  );
}
