import type { FormEvent } from "react";
import { t } from "../../../i18n";
import { bytes } from "../../figures";
import { look, open, useDesk } from "../desk";
import { FolderFound } from "./FolderFound";
import { TableFound } from "./TableFound";

/** What was found, and how it will be opened. */
export function Choose() {
  const found = useDesk((state) => state.found);
  const plan = useDesk((state) => state.plan);
  const isBusy = useDesk(({ busy }) => busy !== null);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    open();
  };
  if (!found) return null;
  return (
    <form id="choose" className="choose" onSubmit={onSubmit}>
      <fieldset disabled={isBusy}>
        {found.hub && <Parts hub={found.hub} />}
        {found.folder && <FolderFound manifest={found.folder} />}
        {plan && <TableFound tables={found.tables} plan={plan} />}
      </fieldset>
    </form>
  );
}

/** The parts that a dataset on the hub is published in. */
function Parts({ hub: { parts, chosen } }: { hub: NonNullable<import("../../../state").Inspection["hub"]> }) {
  const input = useDesk((state) => state.input);
  if (input?.kind !== "hub") return null;
  const choose = (index: number) => {
    const { config, split } = parts[index];
    look({ ...input, config, split });
  };
  return (
    <label className="sheet-field">
      <span>{t("Part of {dataset}", { dataset: input.dataset })}</span>
      <select aria-label={t("Part")} value={chosen} onChange={({ target }) => choose(Number(target.value))}>
        {parts.map(({ config, split, files, bytes: size }, index) => (
          <option key={`${config}/${split}`} value={index}>
            {t("{config} · {split}: {files, plural, one {# file} other {# files}}, {size}", {
              config,
              split,
              files,
              size: bytes(size),
            })}
          </option>
        ))}
      </select>
    </label>
  );
}
