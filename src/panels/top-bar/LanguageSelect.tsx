import { LANGUAGES, type Language, t } from "../../i18n";
import { setLanguage, useScope } from "../../state";

/** Chooses the language, each by its own name. The list is the browser's: it lies unseen over the sign. */
export function LanguageSelect() {
  const lang = useScope((state) => state.lang);
  return (
    <div className="icon-button language">
      <svg viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" aria-hidden="true">
        <path
          strokeWidth="1.3"
          strokeLinecap="round"
          strokeLinejoin="round"
          d="M1.500 3.500h7M5 1.800v1.700M7 3.500c-.6 2.600-2.400 4.700-5.200 6M3.300 6c.8 1.500 2 2.600 3.700 3.300M7.800 14.200l3.200-7.400 3.200 7.400M8.900 11.800h4.200"
        />
      </svg>
      <select
        aria-label={t("Language")}
        title={t("Language")}
        value={lang}
        onChange={(event) => setLanguage(event.target.value as Language)}
      >
        {Object.entries(LANGUAGES).map(([tag, name]) => (
          <option key={tag} value={tag} lang={tag}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
