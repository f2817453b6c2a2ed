import type { files } from "dropbox";

import type { Root, RootRef } from "../source";
import { childrenOf } from "./children";
import type { Box } from "./client";

/** Lists the whole of Dropbox and the folders in it, lazily or by name. */
export async function* listDropboxRoots(
  box: Box,
  within?: RootRef,
  query?: string,
): AsyncGenerator<Root> {
  if (query) {
    yield* foundFolders(box, within, query);
    return;
  }
  if (!within) {
    const ref: RootRef = { kind: "dropbox" };
    yield { ref, kind: "dropbox", name: "Dropbox", path: [], hasChildren: true, isChoosable: true };
    return;
  }
  for await (const entries of childrenOf(box, within.folder ?? "")) {
    for (const entry of entries) if (entry[".tag"] === "folder") yield rootOf(entry);
  }
}

async function* foundFolders(
  box: Box,
  within: RootRef | undefined,
  query: string,
): AsyncGenerator<Root> {
  const options: files.SearchOptions = {
    path: within?.folder ?? "",
    filename_only: true,
    max_results: 100,
    file_categories: [{ ".tag": "folder" }],
  };
  let page = await box.call("root", (sdk) => sdk.filesSearchV2({ query, options }));
  for (;;) {
    for (const { metadata } of page.matches) {
      if (metadata[".tag"] !== "metadata") continue;
      const entry = metadata.metadata;
      if (entry[".tag"] === "folder") yield rootOf(entry);
    }
    const { cursor, has_more } = page;
    if (!has_more || !cursor) return;
    page = await box.call("root", (sdk) => sdk.filesSearchContinueV2({ cursor }));
  }
}

/** A folder may have others in it. Dropbox does not say so without another request. */
function rootOf({ id, name, path_display }: files.FolderMetadata): Root {
  return {
    ref: { kind: "dropbox", folder: id },
    kind: "dropbox",
    name,
    path: (path_display ?? "").split("/").slice(1, -1),
    hasChildren: true,
    isChoosable: true,
  };
}
