import { z } from "zod";

import { command } from "../../operation/command";

/** Records that what people taught is downloaded. */
export const recordLabelExport = command("models.record-label-export", {
  title: "Download what people taught",
  permission: "document.read",
  input: z.object({}),
  output: z.object({ id: z.string() }),
  doors: [],

  async handle({ workspaces, changed }) {
    const { id } = await workspaces.current();
    changed({ subject: id, before: { labels: null }, after: { labels: "downloaded" } });
    return { id };
  },
});
