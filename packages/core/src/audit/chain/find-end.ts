import type { StoredHead } from "@besunny/db/audit-chain/audit-chain";
import { z } from "zod";
import { query } from "../../operation/query";
import { ofType } from "../../shapes";

/** Returns the end of the log's chain; null for a log without entries. */
export const findEnd = query("audit.find-end", {
  title: "Find the end of the audit log",
  permission: "audit.anchor",
  input: z.object({}),
  output: ofType<StoredHead | null>(),
  doors: [],

  handle: ({ auditChain }) => auditChain.head(),
});
