/** Fewer numbers side by side are no vector. */
const LEAST = 4;

/**
 * Names that are counted: dim_0, dim_1, dim_2 …, in whatever order they stand.
 *
 * @returns of each series its names in the order of their numbers
 */
export function seriesOf(names: readonly string[]): string[][] {
  const alike = new Map<string, { name: string; number: number }[]>();
  for (const name of names) {
    const parts = /^(.*?)(\d{1,9})(\D?)$/.exec(name);
    if (!parts) continue;
    const key = `${parts[1]}\u0000${parts[3]}`;
    const group = alike.get(key) ?? [];
    group.push({ name, number: Number(parts[2]) });
    alike.set(key, group);
  }
  const series: string[][] = [];
  for (const group of alike.values()) {
    group.sort((a, b) => a.number - b.number);
    for (let from = 0; from < group.length; ) {
      let to = from + 1;
      while (to < group.length && group[to].number === group[to - 1].number + 1) to++;
      if (to - from >= LEAST) series.push(group.slice(from, to).map(({ name }) => name));
      from = to;
    }
  }
  return series;
}
