import { type ReactNode, useId, useRef, useState } from "react";
import { t } from "../../../i18n";

interface Props {
  /** What the field is called. */
  name: string;
  text: string;
  /** What the button does: "Copy link". */
  action: string;
  /** Whether what it holds is shown on several lines, as a command is. */
  lines?: boolean;
  main?: boolean;
  /** What stands behind the button. */
  children?: ReactNode;
}

/** Text to be copied, in a field that cannot be changed: it stays there to be selected where a page may not copy. */
export function CopyField({ name, text, action, lines = false, main = false, children }: Props) {
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const [told, setTold] = useState<{ of: string; words: string } | null>(null);
  const id = useId();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setTold({ of: text, words: t("Copied.") });
    } catch {
      field.current!.focus();
      field.current!.select();
      setTold({ of: text, words: t("This browser lets no page copy: it is selected, copy it by keys.") });
    }
  };
  const props = {
    ref: field,
    id,
    readOnly: true,
    value: text,
    spellCheck: false,
    onFocus: () => field.current!.select(),
  };
  return (
    <div className="sheet-field copy-field">
      <label htmlFor={id}>{name}</label>
      <div className="copy-row">
        {lines ? (
          <textarea {...props} rows={Math.min(4, Math.ceil(text.length / 56))} />
        ) : (
          <input type="text" {...props} />
        )}
        <button type="button" className={main ? "button button-main" : "button"} onClick={copy}>
          {action}
        </button>
        {children}
      </div>
      <p role="status" className="sheet-note">
        {told?.of === text ? told.words : ""}
      </p>
    </div>
  );
}
