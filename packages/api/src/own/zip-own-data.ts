import type { getOwnAccount } from "@besunny/core/identity/own/get-own-account";
import type { OwnData } from "@besunny/core/members/own/contract";
import { TextReader, Uint8ArrayWriter, ZipWriter } from "@zip.js/zip.js";

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

/** Returns what a workspace keeps of the person of a request as a ZIP in base64, with a page that lists it for people. */
export async function zipSubjectData({ workspace, tables }: OwnData): Promise<string> {
  const zip = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
  const rows = tables.map(({ name, rows: { length } }) => ({ name, length }));
  const list = rows
    .map(({ name, length }) => `<li><a href="${name}.json">${name}</a>: ${length}</li>`)
    .join("");
  const title = escaped(workspace.name);
  await zip.add(
    "index.html",
    new TextReader(
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1><ul>${list}</ul></html>\n`,
    ),
  );
  for (const { name, rows: each } of tables)
    await zip.add(`${name}.json`, new TextReader(`${JSON.stringify(each, null, 2)}\n`));
  return Buffer.from(await zip.close()).toString("base64");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

/** Two workspaces may have one name, so the folder bears the id too. */
function folderOf({ id, name }: OwnData["workspace"]): string {
  return `${name.replaceAll(/[^\p{L}\p{N} -]+/gu, "").trim()} ${id}`.trim();
}
