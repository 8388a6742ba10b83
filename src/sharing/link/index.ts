export { carried } from "./carried";
export { type Hosting, hostedLink, hostingOf } from "./hosting";
export { LONG, linkTo, opensHereAlone, pageAddress, type Sharing, sharedState } from "./link-to";
export { type QrCode, qrCode } from "./qr";
