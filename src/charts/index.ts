// The charts of the panels: props in, events out. They know no store; the library that draws is fetched with the first
// of them.
//
//   <LineChart
//     title="Standard deviation per dimension"           the caption, and the name of the figure and of its slider
//     space="wordnet-mrl-3072"                           for the name of the CSV file
//     series={series}                                    Series[]: { name, y, x?, smoothed?, low?, high? }
//     x={{ label: "dims", scale: "log" }}                or "linear"; format?: (x) => "512 dims"
//     y={{ label: "std per dim" }}                       scale?: "log"; within?: [0, 1]; format?: (y) => "83 %";
//                                                        interval?: "95 % interval", what the bands are
//     rules={[{ x: 512, label: "512" }]}                 dashed verticals: steps; Shift and an arrow lead to them
//     cursor={k} onCursor={setK} lit                     linked both ways; `lit`: it means "dimensions in use"
//   />
//   <BarChart title space bars={bars} x y selected={index} onSelect={(index) => …} />
//                                                        Bar[]: { name, value, from?, to? }: with ends, a histogram
//
// Keep `series`, `rules` and `bars` the same arrays while they hold the same (useMemo): another array is drawn anew,
// while a moved cursor is not. Axes may be written in place. NaN is a gap. While nothing is known the place is kept and
// `empty` stands in it; name the series from the start, with an empty `y`, so that their legend has its place, too. A chart can be "shown as table" and "saved as CSV" or as a
// picture, SVG or PNG (buttons of these names in the figure); `chart-picture.ts` makes it.
export type { XAxis, YAxis } from "./axes";
export { BarChart, type BarChartProps } from "./BarChart";
export { type ChartRows, csvOf, fileName } from "./csv";
export { isFormula } from "./formula";
export { LineChart, type LineChartProps } from "./LineChart";
export { useOpenCharts } from "./open-charts";
export type { Bar } from "./rows";
export { saveFile } from "./save-file";
export type { Rule, Series } from "./series";
