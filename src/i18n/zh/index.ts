const catalogues = import.meta.glob<Record<string, string>>("./*.words.json", { eager: true, import: "default" });

/** Every sentence in Chinese, by its English: each `*.words.json` here. The build has compiled them. */
export const messages: Record<string, unknown> = Object.assign({}, ...Object.values(catalogues));
