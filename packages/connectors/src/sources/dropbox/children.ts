import type { Box } from "./client";
import type { Entry } from "./items";

const PAGE = 2000;

/** Yields what is in a folder, a page at a time. */
export async function* childrenOf(box: Box, path: string): AsyncGenerator<Entry[]> {
  const asked = { path, include_non_downloadable_files: true, limit: PAGE };
  let page = await box.call("root", (sdk) => sdk.filesListFolder(asked));
  for (;;) {
    yield page.entries;
    if (!page.has_more) return;
    const { cursor } = page;
    page = await box.call("root", (sdk) => sdk.filesListFolderContinue({ cursor }));
  }
}
