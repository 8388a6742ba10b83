export { HUGGING_FACE, type HubAddresses, type HubDataset, listHubDataset } from "./hub";
export type { HubFile, HubPartFiles } from "./hub-files";
export { openHubPart } from "./hub-table";
export { openUrl } from "./url-file";
export { placeOfUrl, type UrlPlace } from "./url-place";
