import { z } from "zod";
import { platformQuery } from "../../operation/platform";
import { count } from "../../shapes";

const groups = z.array(z.object({ key: z.string(), name: z.string(), count }));

/** Counts the labels of types that are in force: by type, by the documents' source, by person, and by week (from Monday, UTC). */
export const countLabels = platformQuery("platform.count-labels", {
  title: "Count the labels of documents",
  permission: "platform.read",
  input: z.object({ workspaceId: z.string().max(60).nullable().default(null) }),
  output: z.object({ values: groups, sources: groups, people: groups, weeks: groups }),
  doors: ["admin"],

  handle: ({ db }, { workspaceId }) => db.platform.quality.countLabels(workspaceId),
});
