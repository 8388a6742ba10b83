import { Select } from "radix-ui";
import { t, textOf } from "../../i18n";
import { type ColorChoice, colorChoices, coloringOf, setColor, useScope } from "../../state";
import { SelectArrow } from "./SelectArrow";

/** Chooses what colours the points: a column of the data, or what is computed of the frame. */
export function ColorSelect() {
  const color = useScope((state) => state.color);
  const points = useScope((state) => state.points);
  const known = useScope((state) => coloringOf(state)?.title);
  const choices = colorChoices(points);
  const title = known ?? choices.find(({ name }) => name === color)?.title;
  return (
    <Select.Root value={color} onValueChange={setColor}>
      <Select.Trigger className="color-by" aria-label={t("Colour by")}>
        <Select.Value>{title && textOf(title)}</Select.Value>
        <SelectArrow />
      </Select.Trigger>
      <Select.Portal>
        <Select.Content className="select-list" position="popper" align="start" sideOffset={4} collisionPadding={8}>
          <Select.Viewport>
            <Group label={t("Of the data")} choices={choices.filter(({ kind }) => kind === "column")} />
            <Group label={t("Computed at this k")} choices={choices.filter(({ kind }) => kind === "measure")} />
            <Group label={t("Computed over all dims")} choices={choices.filter(({ kind }) => kind === "study")} />
          </Select.Viewport>
        </Select.Content>
      </Select.Portal>
    </Select.Root>
  );
}

function Group({ label, choices }: { label: string; choices: ColorChoice[] }) {
  if (choices.length === 0) return null;
  return (
    <Select.Group>
      <Select.Label className="select-label">{label}</Select.Label>
      {choices.map(({ name, title }) => (
        <Select.Item key={name} value={name} className="select-item">
          <Select.ItemText>{textOf(title)}</Select.ItemText>
        </Select.Item>
      ))}
    </Select.Group>
  );
}
