import { z } from "zod";
import { personOf } from "../access/person-of";
import { query } from "../operation/query";
import { pageOf, paging } from "../shapes";
import { ListedApiKey } from "./contract";
import { pageOfKeys } from "./page-of-keys";

/** Lists the keys of the caller, newest first, without revoked keys. */
export const listApiKeys = query("keys.list-api-keys", {
  title: "List your API keys",
  permission: "apiKey.manage",
  input: z.object(paging),
  output: pageOf(ListedApiKey),
  doors: ["web", "rest"],

  async handle(tools, { limit, cursor }) {
    const { id: userId } = personOf(tools.actor);
    return pageOfKeys(tools, { userId, limit, cursor: cursor ?? undefined });
  },
});
