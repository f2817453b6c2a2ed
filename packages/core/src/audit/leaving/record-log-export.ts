import { z } from "zod";
import { command } from "../../operation/command";
import { logForm } from "../contract/forms/entry-lines";

/** Records that the audit log is downloaded, and which part of it. */
export const recordLogExport = command("audit.record-log-export", {
  title: "Download the audit log",
  permission: "audit.read",
  input: z.object({ form: logForm, isNarrowed: z.boolean() }),
  output: z.object({ id: z.string() }),
  doors: [],

  handle: async ({ workspaceId }) => ({ id: workspaceId }),
});
