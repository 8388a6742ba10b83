/** A page that one can open, and its name. */
export interface Source {
  name: string;
  url: string;
}

/** One stop of the story: a view of the page by its link, and what there is to say about it. */
export interface Stop {
  /** The same in every language. */
  id: string;
  /** The fragment of the address that it is a link to. */
  link: string;
  /** Whether Play begins there. */
  play?: boolean;
  title: string;
  /** Paragraphs; `{name}` stands for a figure of `FIGURES`, read from the engine. */
  text: readonly string[];
  /** Where OpenAI's models differ, as published, or what is published of them. */
  published?: string;
  sources?: readonly Source[];
}

/** The story in one language. */
export interface Story {
  /** As in the `lang` attribute. */
  language: string;
  stops: readonly Stop[];
}

/** One data file a language, fetched when the story is first opened. */
const STORIES: Record<string, () => Promise<{ STORY: Story }>> = {
  en: () => import("./story.en"),
  zh: () => import("./story.zh"),
};

/** The story in a language, in English where it is not told in that one. */
export async function loadStory(language: string): Promise<Story> {
  return (await (STORIES[language] ?? STORIES.en)()).STORY;
}

/** The languages that it is told in. */
export const LANGUAGES = Object.keys(STORIES);

/** A paragraph in pieces: text, and names of figures. */
export type Piece = { text: string } | { figure: string };

/** Cuts a paragraph at its figures. */
export function piecesOf(paragraph: string): Piece[] {
  return paragraph
    .split(/\{([\w.-]+)\}/)
    .map((part, i) => (i % 2 === 0 ? { text: part } : { figure: part }))
    .filter((piece) => !("text" in piece) || piece.text !== "");
}
