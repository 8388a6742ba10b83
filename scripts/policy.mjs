import { createHash } from "node:crypto";

/** What libraries write into style elements of their own: each is let through by its hash, and nothing else inline is. */
export const LIBRARY_STYLES = [
  // Observable Plot, in every chart.
  "sha256-jSYQUrW7J0b3jPqhZP9C2Xh1PyJKHKXd4s0fpGGKrww=",
  // radix-ui: the viewport of a list of choices, and what holds the page still behind it.
  "sha256-441zG27rExd4/il+NvIqyL8zFx5XmyNQtE381kSkUJk=",
  "sha256-nzTgYzXYDNe6BAHiiI7NNlfK8n/auuOAhh2t92YvuXo=",
];

/** @param {string[]} styles */
function directives(styles) {
  return [
    "default-src 'none'",
    // The kernels are compiled from bytes that lie in a module.
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self' blob:",
    // This page in itself, as it will look in somebody's article. Who may frame it is for a server's header to say.
    "frame-src 'self'",
    `style-src 'self' ${styles.map((hash) => `'${hash}'`).join(" ")}`,
    "img-src 'self' data: blob: https: http:",
    // Users open addresses of their choice, and endpoints on their own machine.
    "connect-src 'self' data: blob: https: http:",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ];
}

/** @param {string} text */
export const hashOf = (text) => `sha256-${createHash("sha256").update(text).digest("base64")}`;

/**
 * Puts a Content-Security-Policy into the built page, as its first word: no script, style or frame that is not ours.
 *
 * @returns {import("vite").Plugin}
 */
export function policy() {
  return {
    name: "policy",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(html) {
        const own = [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, text]) => hashOf(text));
        const content = directives([...own, ...LIBRARY_STYLES]).join("; ");
        return html.replace(
          /<meta charset[^>]*>/,
          (charset) => `${charset}\n    <meta http-equiv="Content-Security-Policy" content="${content}" />`,
        );
      },
    },
  };
}
