export { type Choices, embedLink, type Kind, snippet } from "./snippet";
