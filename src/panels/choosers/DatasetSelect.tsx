import { Select } from "radix-ui";
import { t } from "../../i18n";
import { openSpace, useScope } from "../../state";
import { SpaceName, useSpaces } from "./DatasetFace";
import { SelectArrow } from "./SelectArrow";

/** Chooses among the demo spaces. */
export function DatasetSelect() {
  const data = useScope((state) => state.data);
  const { entries, open } = useSpaces();
  return (
    <Select.Root value={data} onValueChange={(name) => openSpace(name)}>
      <Select.Trigger className="dataset" aria-label={t("Dataset")}>
        <Select.Value>
          <SpaceName space={open} />
        </Select.Value>
        <SelectArrow />
      </Select.Trigger>
      <Select.Portal>
        <Select.Content className="select-list" position="popper" sideOffset={4} collisionPadding={8}>
          <Select.Viewport>
            {entries.map((space) => (
              <Select.Item key={space.name} value={space.name} className="select-item" textValue={space.title}>
                <Select.ItemText>
                  <SpaceName space={space} />
                </Select.ItemText>
              </Select.Item>
            ))}
          </Select.Viewport>
        </Select.Content>
      </Select.Portal>
    </Select.Root>
  );
}
