export { type Embedded, type EmbedOptions, embedTexts } from "./embed";
export { embeddedTable } from "./embedded-table";
export type { Endpoint } from "./endpoint";
export { HUGGING_FACE, type HubAddresses, type HubDataset, listHubDataset } from "./hub";
export type { HubFile, HubPartFiles } from "./hub-files";
export { openHubPart } from "./hub-table";
export { type Estimate, estimateCost } from "./tokens";
export { openUrl } from "./url-file";
export { placeOfUrl, type UrlPlace } from "./url-place";
