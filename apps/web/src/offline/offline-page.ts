type Words = { locale: string; title: string; text: string; retry: string };

/** Seconds after which the page asks for the wanted one again. */
const RETRY_SECONDS = 10;

/** Returns the page for the time while the network is away, whole in itself. It asks for the wanted page again until it comes. */
export function offlinePage({ locale, title, text, retry }: Words): string {
  return `<!doctype html>
<html lang="${escaped(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="${RETRY_SECONDS}">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)} · BeSunny</title>
<style>
:root { color-scheme: light dark; --paper: #fdfdfc; --ink: #21201c; --soft: #63635e; --line: #dad9d6; }
@media (prefers-color-scheme: dark) { :root { --paper: #121110; --ink: #eeeeec; --soft: #b5b3ad; --line: #3b3a37; } }
body { margin: 0; min-height: 100dvh; display: grid; place-items: center; background: var(--paper); color: var(--ink); font: 14px/1.5 system-ui, sans-serif; }
main { max-width: 26rem; padding: 1rem; text-align: center; }
h1 { margin: 0 0 .25rem; font-size: 1.125rem; font-weight: 600; }
p { margin: 0 0 1.25rem; color: var(--soft); }
a { display: inline-block; padding: .375rem .75rem; border: 1px solid var(--line); border-radius: 6px; color: inherit; font-weight: 500; text-decoration: none; }
</style>
</head>
<body><main><h1>${escaped(title)}</h1><p>${escaped(text)}</p><a href="">${escaped(retry)}</a></main></body>
</html>`;
}

function escaped(words: string): string {
  return words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
