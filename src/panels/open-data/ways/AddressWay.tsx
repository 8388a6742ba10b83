import type { FormEvent } from "react";
import { said, t } from "../../../i18n";
import { desk, look, refuse, useDesk } from "../desk";

/** A file or a dataset folder on a server. */
export function AddressWay() {
  const address = useDesk((state) => state.address);
  const host = hostOf(address);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const url = address.trim();
    if (host) look({ kind: "url", url });
    else
      refuse({
        what: said("“{url}” is no address.", { url }),
        remedy: said("An address begins with https:// or http://."),
      });
  };
  return (
    <form onSubmit={onSubmit} noValidate>
      <label className="sheet-field">
        <span>{t("Address of a file or of a dataset folder")}</span>
        <input
          type="url"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          placeholder="https://example.org/vectors.parquet"
          value={address}
          onChange={({ target }) => desk.setState({ address: target.value })}
        />
      </label>
      <p className="way-privacy">
        {host
          ? t("{host} is asked for the file, and for no more of it than is needed. Nothing else leaves this machine.", {
              host,
            })
          : t("The host of the address is asked for the file. Nothing else leaves this machine.")}
      </p>
      <button type="submit" className="button button-main" disabled={!address.trim()}>
        {t("Look at it")}
      </button>
    </form>
  );
}

function hostOf(address: string): string | null {
  const url = URL.parse(address.trim());
  return url && /^https?:$/.test(url.protocol) ? url.host : null;
}
