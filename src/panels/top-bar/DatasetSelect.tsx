import { Select } from "radix-ui";
import { openSpace, type SpaceEntry, useScope } from "../../state";
import { count } from "../figures";

/** Chooses among the demo spaces. A space that is open by its address stands in the list as well. */
export function DatasetSelect() {
  const data = useScope((state) => state.data);
  const spaces = useScope((state) => state.spaces);
  const manifest = useScope((state) => state.manifest);
  const listed = spaces.some(({ name }) => name === data);
  const open = { name: data, title: manifest?.title ?? data, rows: manifest?.rows ?? 0, dims: manifest?.dims ?? 0 };
  const entries = listed ? spaces : [open, ...spaces];
  const chosen = entries.find(({ name }) => name === data) ?? open;
  return (
    <Select.Root value={data} onValueChange={(name) => openSpace(name)}>
      <Select.Trigger className="dataset" aria-label="Dataset">
        <Select.Value>
          <SpaceName space={chosen} />
        </Select.Value>
        <Select.Icon className="dataset-arrow">
          <svg viewBox="0 0 12 12" width="12" height="12" fill="none" stroke="currentColor" aria-hidden="true">
            <path strokeWidth="1.5" d="M2.5 4.5 6 8l3.5-3.5" />
          </svg>
        </Select.Icon>
      </Select.Trigger>
      <Select.Portal>
        <Select.Content className="dataset-list" position="popper" sideOffset={4} collisionPadding={8}>
          <Select.Viewport>
            {entries.map((space) => (
              <Select.Item key={space.name} value={space.name} className="dataset-item" textValue={space.title}>
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

function SpaceName({ space: { title, rows, dims } }: { space: SpaceEntry }) {
  return (
    <span className="space-name">
      <span className="space-title">{title}</span>{" "}
      {dims > 0 && (
        <span className="space-size">
          {title.includes(count(dims)) ? `${count(rows)} points` : `${count(rows)} × ${count(dims)}`}
        </span>
      )}
    </span>
  );
}
