import { useState } from "react";
import { joined, t } from "../../../i18n";
import { type Hosting, hostedLink } from "../../../sharing/link";
import type { ScopeState } from "../../../state";
import { CopyField } from "./CopyField";

/** For a space that lies on this machine alone: how it comes to lie where a link can lead. */
export function PackAndHost({ view, hosting }: { view: ScopeState; hosting: Hosting }) {
  const { folder, command, check, example } = hosting;
  const [address, setAddress] = useState("");
  const link = hostedLink(view, address.trim(), { selection: true });
  return (
    <div className="sheet-form share-host">
      <p>
        {joined("sentences", [
          t("“{title}” was read on this machine and lies nowhere else, so no link can lead to it.", {
            title: view.manifest?.title ?? view.data,
          }),
          t("Pack it and host it as follows, or send it whole: the tab Page makes one file of it and of this view."),
        ])}
      </p>
      <ol>
        <li>
          <h3>{t("Pack it")}</h3>
          {command ? (
            <CopyField name={t("In a checkout of Matryoscope")} text={command} action={t("Copy command")} lines />
          ) : (
            <p className="sheet-note">
              {t("There is no file of it: take it as a dataset folder from Export, tab Tables, and unpack that.")}
            </p>
          )}
        </li>
        <li>
          <h3>{t("Host the folder {folder}", { folder })}</h3>
          <p className="sheet-note">
            {t(
              "Any host of static files will do: GitHub Pages, a dataset on Hugging Face, a bucket. It has to let other pages read: every answer bears Access-Control-Allow-Origin: *. GitHub Pages and Hugging Face do that by themselves; buckets have a setting, “CORS”. This shows whether yours does:",
            )}
          </p>
          <CopyField name={t("In a terminal")} text={check} action={t("Copy check")} />
        </li>
        <li>
          <h3>{t("Link to it")}</h3>
          <label className="sheet-field">
            <span>{t("Where the folder lies")}</span>
            <input
              type="url"
              placeholder={example}
              autoComplete="off"
              spellCheck={false}
              value={address}
              onChange={({ target }) => setAddress(target.value)}
            />
          </label>
          {link && <CopyField name={t("The link to this view, then")} text={link} action={t("Copy link")} main />}
        </li>
      </ol>
    </div>
  );
}
