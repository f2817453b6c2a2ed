import type { ExportedOriginal, ExportedStore } from "@besunny/db/privacy/export-rows";

/** Returns a page that lists documents with links to their files. */
export function listPage(files: readonly (ExportedOriginal & { path: string | null })[]): string {
  const lines = files.map(({ title, number, fileName, path }) =>
    path
      ? `<li>${escaped(title)}: <a href="../${encodeURI(path).replaceAll("#", "%23").replaceAll("?", "%3F")}">${escaped(fileName)}</a> (version ${number})</li>`
      : `<li>${escaped(title)}: ${escaped(fileName)} (version ${number}) was not there any more</li>`,
  );
  return page("Documents", `<ul>${lines.join("")}</ul>`);
}

type Told = {
  name: string;
  madeAt: Date;
  tables: readonly ExportedStore[];
  pages: readonly string[];
  documents: number;
  hidden: number;
};

/** Returns the first page of an archive, for people. */
export function indexPage({ name, madeAt, tables, pages, documents, hidden }: Told): string {
  const exported = tables.filter(({ keptBecause }) => keptBecause === null);
  const leftOut = tables.filter(({ keptBecause }) => keptBecause !== null);
  return page(
    name,
    `<p>Everything that BeSunny kept of this workspace, as an owner saw it on ${madeAt.toISOString()}. ${documents} documents.</p>
<ul><li><code>originals/</code> has every version of each file as it was uploaded: a folder for each document, by its id.</li>
<li><code>data/</code> has a file for each table: one line of JSON for each row. Columns are named as in the database, ids connect them, and times are in UTC.</li>
<li><code>manifest.json</code> lists each file with its size and its SHA-256. <code>signature.json</code> proves the manifest, with the public key of the installation.</li></ul>
${hidden > 0 ? `<p>${hidden} private documents of members are not here, because owners do not see them. Each person downloads their own.</p>` : ""}
<h2>Documents</h2><ul>${pages.map((path) => `<li><a href="${path}">${path}</a></li>`).join("")}</ul>
<h2>Tables</h2><ul>${exported.map(({ table, holds }) => `<li><a href="data/${table}.jsonl">${table}</a>: ${escaped(holds)}</li>`).join("")}</ul>
<h2>Left out</h2><ul>${leftOut.map(({ table, holds, keptBecause }) => `<li>${table}: ${escaped(holds)}. ${escaped(keptBecause ?? "")}</li>`).join("")}</ul>`,
  );
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>body{font:16px/1.5 system-ui,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem}</style><h1>${escaped(title)}</h1>${body}</html>\n`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
