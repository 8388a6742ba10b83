const TITLE = "Matryoscope: what each dimension of an embedding buys";
const PICTURE = { file: "preview.jpg", width: 1200, height: 630 };
const ALT =
  "A cloud of 10,000 points coloured by category over a timeline that falls in steps: a Matryoshka embedding at 512 of 3,072 dimensions";

/**
 * What other pages show of a link to this one (Open Graph, Twitter). They want whole addresses, which only a build for a
 * certain place knows: it is told by SITE_URL. Without it the picture's address is relative, which some of them take.
 *
 * @param {string | undefined} site "https://somebody.github.io/matryoscope/"
 * @returns {import("vite").Plugin}
 */
export function linkPreview(site = process.env.SITE_URL) {
  const at = (path) => (site ? new URL(path, site.endsWith("/") ? site : `${site}/`).href : `./${path}`);
  return {
    name: "link-preview",
    transformIndexHtml(html) {
      const [, description] = html.match(/name="description"\s+content="([^"]+)"/);
      const picture = at(PICTURE.file);
      const properties = {
        "og:type": "website",
        "og:site_name": "Matryoscope",
        "og:title": TITLE,
        "og:description": description,
        "og:image": picture,
        "og:image:type": "image/jpeg",
        "og:image:width": PICTURE.width,
        "og:image:height": PICTURE.height,
        "og:image:alt": ALT,
        ...(site ? { "og:url": at("") } : {}),
      };
      const names = {
        "twitter:card": "summary_large_image",
        "twitter:title": TITLE,
        "twitter:description": description,
        "twitter:image": picture,
        "twitter:image:alt": ALT,
      };
      const tags = [
        ...Object.entries(properties).map(([property, content]) => ({ property, content })),
        ...Object.entries(names).map(([name, content]) => ({ name, content })),
      ];
      const meta = tags.map((attrs) => ({
        tag: "meta",
        attrs: { ...attrs, content: String(attrs.content) },
        injectTo: "head",
      }));
      const canonical = { tag: "link", attrs: { rel: "canonical", href: at("") }, injectTo: "head" };
      return site ? [...meta, canonical] : meta;
    },
  };
}
