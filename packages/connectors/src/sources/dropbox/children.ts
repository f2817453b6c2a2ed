import type { files } from "dropbox";

import type { Box } from "./client";
import { down } from "./errors";
import type { Entry } from "./items";

const PAGE = 2000;

/** Yields what is in a folder, a page at a time. */
export async function* childrenOf(box: Box, path: string): AsyncGenerator<Entry[]> {
  const asked = { path, include_non_downloadable_files: true, limit: PAGE };
  let page = await box.call("root", (sdk) => sdk.filesListFolder(asked));
  for (;;) {
    yield wholePage(page).entries;
    if (!page.has_more) return;
    const { cursor } = page;
    page = await box.call("root", (sdk) => sdk.filesListFolderContinue({ cursor }));
  }
}

/** Returns the page, or fails if it is none: a good status says nothing of what the answer is. */
export function wholePage(page: files.ListFolderResult): files.ListFolderResult {
  const { entries, cursor, has_more } = page;
  const isPage = Array.isArray(entries) && typeof cursor === "string" && has_more !== undefined;
  if (!isPage) throw down();
  return page;
}
