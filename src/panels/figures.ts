import { t } from "../i18n";

export { count } from "../i18n";

/** A share with as many figures as are of use: "17 %", "5.1 %", "0.13 %". */
export function percent(share: number): string {
  const value = share * 100;
  const digits = value === 0 || value >= 9.95 ? 0 : value >= 0.995 ? 1 : 2;
  return t("{share} %", { share: value.toFixed(digits) });
}

const UNITS = ["KB", "MB", "GB", "TB"];

/** Bytes in the largest fitting unit: "16 B", "3.9 KB", "2 KB", "1.9 GB". */
export function bytes(value: number): string {
  if (value < 1024) return `${value} B`;
  const power = Math.min(UNITS.length, Math.floor(Math.log2(value) / 10));
  const [amount, unit] = [value / 1024 ** power, UNITS[power - 1]];
  return `${amount >= 10 ? Math.round(amount) : Math.round(amount * 10) / 10} ${unit}`;
}
