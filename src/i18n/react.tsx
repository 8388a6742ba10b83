import { type DependencyList, Fragment, type ReactNode, useMemo, useSyncExternalStore } from "react";
import { type Language, language, onSpoken } from "./words";

// What needs React stands here and not behind the door of the room: workers and the command line come through that one.

/** The language that is spoken; who asks renders anew when it is another one. */
export function useLanguage(): Language {
  return useSyncExternalStore(onSpoken, language);
}

/** As `useMemo`, for what holds words: it is made anew in another language as well. */
export function useWorded<T>(make: () => T, dependencies: DependencyList): T {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caller names them
  return useMemo(make, [...dependencies, useLanguage()]);
}

/** What stands in a sentence for `<name>words</name>`, given the words, or for `<name/>`. */
export type Parts = Readonly<Record<string, (words: ReactNode) => ReactNode>>;

const TAG = /<(\w+)>(.*?)<\/\1>|<(\w+)\/>/gs;

/**
 * A sentence with elements in it. What comes from data or a user is an element too, never a value of the sentence: a tag
 * that is written in it is text.
 *
 *     <Rich parts={{ b: (words) => <b>{words}</b>, name: () => <bdi>{name}</bdi> }}>{t("Open <b>now</b>: <name/>")}</Rich>
 */
export function Rich({ children, parts }: { children: string; parts: Parts }) {
  const pieces: ReactNode[] = [];
  let end = 0;
  for (const match of children.matchAll(TAG)) {
    const [whole, around, words, alone] = match;
    const part = parts[around ?? alone];
    if (!part) continue;
    pieces.push(children.slice(end, match.index));
    pieces.push(<Fragment key={match.index}>{part(words)}</Fragment>);
    end = match.index + whole.length;
  }
  return [...pieces, children.slice(end)];
}
