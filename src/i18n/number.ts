import { language } from "./words";

/** Sets numbers as the language of the interface does, whichever that is when it is called. */
export function numberFormat(options: Intl.NumberFormatOptions = {}): (value: number) => string {
  const formats = new Map<string, Intl.NumberFormat>();
  return (value) => {
    const spoken = language();
    let format = formats.get(spoken);
    if (!format) {
      format = new Intl.NumberFormat(spoken, options);
      formats.set(spoken, format);
    }
    return format.format(value);
  };
}

/** A count with its thousands apart: "3,072". */
export const count = numberFormat();
