import type { FormEvent } from "react";
import { said, t } from "../../../i18n";
import type { EmbeddedSoFar } from "../../../state/own/embed";
import { count } from "../../figures";
import { desk, embed, look, refuse, setEmbedding, useDesk } from "../desk";
import { EmbedCost } from "./EmbedCost";
import { EmbedTexts } from "./EmbedTexts";
import { hostOf, linesOf, SERVICES } from "./endpoint";

/** Texts that an endpoint of the user's choice embeds: the one way in by which something is sent away. */
export function EmbedWay() {
  const { texts, base, model, key, dims } = useDesk((state) => state.embedding);
  const embedded = useDesk((state) => state.embedded);
  const lines = linesOf(texts);
  const service = SERVICES.find((one) => one.base === base);
  const host = hostOf(base);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!host)
      return refuse({
        what: said("“{url}” is no address.", { url: base }),
        remedy: said("It looks like http://localhost:11434/v1."),
      });
    embed({ base, model, key, texts: lines, ...(dims ? { dims: Number(dims) } : {}) });
  };
  return (
    <form onSubmit={onSubmit}>
      <EmbedTexts texts={texts} />
      <div className="embed-fields">
        <label className="sheet-field">
          <span>{t("Service")}</span>
          <select
            value={service?.name ?? ""}
            onChange={({ target }) => {
              const chosen = SERVICES.find(({ name }) => name === target.value);
              if (chosen) setEmbedding({ base: chosen.base, model: chosen.model });
            }}
          >
            {!service && <option value="">{t("Another")}</option>}
            {SERVICES.map(({ name }) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        <label className="sheet-field">
          <span>{t("Base URL")}</span>
          <input
            type="text"
            inputMode="url"
            required
            autoComplete="off"
            spellCheck={false}
            value={base}
            onChange={({ target }) => setEmbedding({ base: target.value })}
          />
        </label>
        <label className="sheet-field">
          <span>{t("Model")}</span>
          <input
            type="text"
            required
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            value={model}
            onChange={({ target }) => setEmbedding({ model: target.value })}
          />
        </label>
        <label className="sheet-field">
          <span>{t("Dimensions, if not all")}</span>
          <input
            type="number"
            min={4}
            max={16_384}
            value={dims}
            onChange={({ target }) => setEmbedding({ dims: target.value })}
          />
        </label>
        <label className="sheet-field">
          <span>{t("Key")}</span>
          <input
            type="password"
            autoComplete="off"
            spellCheck={false}
            placeholder={service?.isHere ? t("None needed") : ""}
            value={key}
            onChange={({ target }) => setEmbedding({ key: target.value })}
          />
        </label>
        <EmbedCost lines={lines} />
      </div>
      <p className="way-privacy">
        {!host
          ? t("The texts are sent to the server of the base URL.")
          : service?.isHere
            ? t("The texts are sent to {host}, a server on this machine. The key is held in memory only.", { host })
            : t("The texts are sent to {host}, and to nobody else. The key is held in memory only.", { host })}
      </p>
      <div className="way-buttons">
        <button type="submit" className="button button-main" disabled={lines.length < 2}>
          {lines.length < 2 ? t("Embed") : t("Embed {texts} texts", { texts: count(lines.length) })}
        </button>
        {embedded && <Embedded embedded={embedded} />}
        {key && (
          <button type="button" className="link-button" onClick={() => forget()}>
            {t("Forget the key")}
          </button>
        )}
      </div>
    </form>
  );
}

/** What was embedded before: it cost time or money, and is not lost. */
function Embedded({ embedded }: { embedded: EmbeddedSoFar }) {
  const { input, done, request, stopped } = embedded;
  const all = request.texts.length;
  return (
    <>
      {stopped && (
        <button
          type="button"
          className="button"
          onClick={() => embed({ ...request, key: desk.getState().embedding.key }, embedded)}
        >
          {t("Go on with the other {left}", { left: count(all - done) })}
        </button>
      )}
      <button type="button" className="button" onClick={() => look(input)}>
        {done < all
          ? t("Look at the {done} that are there", { done: count(done) })
          : t("Back to the {done} that were embedded", { done: count(done) })}
      </button>
    </>
  );
}

function forget(): void {
  setEmbedding({ key: "" });
  desk.setState({ problem: null });
}
