// The mark, as in index.html.
const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='%23e08a1e'%3E%3Cpath stroke-width='1.8' opacity='.5' d='M5.1 20.2a10.3 10.3 0 1 1 13.8 0'/%3E%3Cpath stroke-width='2' opacity='.75' d='M6.9 20.2a7.1 7.1 0 1 1 10.2 0'/%3E%3Cpath stroke-width='2.2' d='M9.2 20.2a4.3 4.3 0 1 1 5.6 0'/%3E%3C/svg%3E";

/**
 * The page around what it carries. %SPACE% and the like are filled in where it is made (`src/sharing/page`), the rest when
 * it is built.
 *
 * @param {{ policy: string, style: string, script: string }} parts
 */
export function frame({ policy, style, script }) {
  return `<!doctype html>
<html lang="en" data-view="%VIEW%">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Matryoscope">
<title>%TITLE%</title>
<link rel="icon" href="${ICON}">
<style>${style}</style>
</head>
<body>
<noscript>Matryoscope draws in the browser and needs JavaScript.</noscript>
<div id="root"></div>
<script type="text/plain" id="matryoscope-space">%SPACE%</script>
<script type="text/plain" id="matryoscope-points">%POINTS%</script>
<script type="module">${script}</script>
</body>
</html>
`;
}
