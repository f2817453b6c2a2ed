import type { getOwnAccount } from "@besunny/core/identity/own/get-own-account";
import type { OwnData } from "@besunny/core/members/own/contract";
import type { SubjectArchive } from "@besunny/core/privacy/requests/pack-subject-data";
import { TextReader, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from "@zip.js/zip.js";

/** Returns all that is kept of a person as a ZIP in base64: one JSON file for the account, and a folder for each workspace. */
export async function zipOwnData(
  account: Awaited<ReturnType<typeof getOwnAccount>>,
  workspaces: readonly OwnData[],
): Promise<string> {
  const zip = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
  const add = (path: string, content: unknown) =>
    zip.add(path, new TextReader(`${JSON.stringify(content, null, 2)}\n`));
  await add("account.json", account);
  for (const { workspace, tables } of workspaces)
    for (const { name, rows } of tables) await add(`${folderOf(workspace)}/${name}.json`, rows);
  return Buffer.from(await zip.close()).toString("base64");
}

/** Returns the data of the person of a request as a ZIP in base64. It has a page for people, a JSON file for each table, and the originals. */
export async function zipSubjectData({
  workspace,
  tables,
  originals,
  leftOut,
}: SubjectArchive): Promise<string> {
  const zip = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
  const linked = (path: string, words: string) =>
    `<li><a href="${encodeURI(path)}">${escaped(words)}</a></li>`;
  const list = (heading: string, items: readonly string[]) =>
    items.length === 0 ? "" : `<h2>${heading}</h2><ul>${items.join("")}</ul>`;
  const title = escaped(workspace.name);
  const page = [
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1>`,
    list(
      "Data",
      tables.map(({ name, rows }) => linked(`${name}.json`, `${name}: ${rows.length}`)),
    ),
    list(
      "Files",
      originals.map((each) => linked(each.path, each.title)),
    ),
    list(
      "Files that were too large for this archive",
      leftOut.map((each) => `<li>${escaped(each.title)}</li>`),
    ),
    "</html>\n",
  ];
  await zip.add("index.html", new TextReader(page.join("")));
  for (const { name, rows: each } of tables)
    await zip.add(`${name}.json`, new TextReader(`${JSON.stringify(each, null, 2)}\n`));
  for (const { path, bytes } of originals) await zip.add(path, new Uint8ArrayReader(bytes));
  return Buffer.from(await zip.close()).toString("base64");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

/** Two workspaces may have one name, so the folder bears the id too. */
function folderOf({ id, name }: OwnData["workspace"]): string {
  return `${name.replaceAll(/[^\p{L}\p{N} -]+/gu, "").trim()} ${id}`.trim();
}
