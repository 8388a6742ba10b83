interface Props {
  label: string;
  value: string;
  options: { value: string; name: string }[];
  onChange: (value: string) => void;
}

/** A choice of several, as the browser has it. */
export function Choose({ label, value, options, onChange }: Props) {
  return (
    <label>
      {label}
      <select value={value} onChange={({ target }) => onChange(target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </select>
    </label>
  );
}
