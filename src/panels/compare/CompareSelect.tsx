import { Select } from "radix-ui";
import { t, textOf } from "../../i18n";
import { CONTROLS, setCompare, useScope } from "../../state";
import { SelectArrow } from "../choosers/SelectArrow";
import { otherSpaces } from "./choices";

/** Chooses what the open space is compared with. */
export function CompareSelect() {
  const compare = useScope((state) => state.compare);
  const spaces = useScope((state) => state.spaces);
  const data = useScope((state) => state.data);
  const rows = useScope((state) => state.manifest?.rows);
  const others = otherSpaces(spaces, data, rows);
  return (
    <Select.Root value={compare} onValueChange={setCompare}>
      <Select.Trigger className="compare-select" aria-label={t("Compare with")}>
        <Select.Value />
        <SelectArrow />
      </Select.Trigger>
      <Select.Portal>
        <Select.Content className="select-list" position="popper" align="start" sideOffset={4} collisionPadding={8}>
          <Select.Viewport>
            <Item value="none" title={t("Nothing")} />
            <Select.Group>
              <Select.Label className="select-label">{t("Controls of this space")}</Select.Label>
              {CONTROLS.map(({ name, title }) => (
                <Item key={name} value={name} title={textOf(title)} />
              ))}
            </Select.Group>
            {others.length > 0 && (
              <Select.Group>
                <Select.Label className="select-label">{t("Other spaces over the same points")}</Select.Label>
                {others.map(({ name, title }) => (
                  <Item key={name} value={name} title={title} />
                ))}
              </Select.Group>
            )}
          </Select.Viewport>
        </Select.Content>
      </Select.Portal>
    </Select.Root>
  );
}

function Item({ value, title }: { value: string; title: string }) {
  return (
    <Select.Item value={value} className="select-item">
      <Select.ItemText>{title}</Select.ItemText>
    </Select.Item>
  );
}
