/** Writes figures as they are read in one language. */
export interface Writer {
  /** "3,072" */
  count(value: number): string;
  /** With so many figures: "0.0347" */
  figures(value: number, figures: number): string;
  /** With so many decimals: "0.002", "−0.001" */
  decimals(value: number, decimals: number): string;
  /** "17 %", with so many decimals */
  percent(share: number, decimals?: number): string;
  /** "512, 1,024 and 1,536" */
  list(values: readonly number[]): string;
  /** Of one vector, as beside the slider: "2 KB" */
  bytes(value: number): string;
  /** Of many, as they are paid for (10⁹ bytes): "12.3 GB" */
  gigabytes(value: number): string;
}

/** @param language as in a `lang` attribute */
export function writerIn(language: string): Writer {
  // The page writes no comma before "and".
  const lists = language === "en" ? "en-GB" : language;
  // English sets a space before the sign here, as all of the page does; Chinese sets none.
  const sign = language === "en" ? " %" : "%";
  const whole = new Intl.NumberFormat(language);
  const format = (value: number, options: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(language, options).format(value);
  return {
    count: (value) => whole.format(value),
    figures: (value, figures) =>
      format(value, { minimumSignificantDigits: figures, maximumSignificantDigits: figures }),
    decimals: (value, decimals) =>
      format(value, {
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
        signDisplay: "negative",
      }).replace("-", "−"),
    percent: (share, decimals = 0) =>
      `${format(share * 100, { minimumFractionDigits: decimals, maximumFractionDigits: decimals })}${sign}`,
    // Chinese sets numbers apart from its own characters, which the list does not.
    list: (values) =>
      new Intl.ListFormat(lists).format(values.map((value) => whole.format(value))).replace(/(\d)和(\d)/, "$1 和 $2"),
    bytes: (value) => `${format(value / 1024, { maximumSignificantDigits: 3 })} KB`,
    gigabytes: (value) => `${format(value / 1e9, { maximumSignificantDigits: 3 })} GB`,
  };
}
