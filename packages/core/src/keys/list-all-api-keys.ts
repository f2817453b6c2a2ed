import { z } from "zod";

import { query } from "../operation/query";
import { pageOf, paging } from "../shapes";
import { ListedApiKey } from "./contract";
import { pageOfKeys } from "./page-of-keys";

/** Lists every key of the workspace, newest first, also ended keys. `person` is null if they have left. */
export const listAllApiKeys = query("keys.list-all-api-keys", {
  title: "List all API keys of the workspace",
  permission: "apiKey.manageAll",
  input: z.object(paging),
  output: pageOf(ListedApiKey),
  doors: ["web", "rest"],
  handle: (tools, { limit, cursor }) => pageOfKeys(tools, { limit, cursor: cursor ?? undefined }),
});
