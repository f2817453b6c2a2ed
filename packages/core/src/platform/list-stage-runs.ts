import { z } from "zod";

import { documentStages } from "../documents/contract/document-words";
import { platformQuery } from "../operation/platform";
import { instant } from "../shapes";
import { StageRun } from "./contract";
import { spanInput, spanOf } from "./span";

/** Returns the documents whose runs took longest in a stage within a span, the slowest first: the rows behind its times. */
export const listStageRuns = platformQuery("platform.list-stage-runs", {
  title: "List the slowest runs of a stage",
  permission: "platform.read",
  input: z.object({
    stage: z.enum(documentStages),
    ...spanInput,
    limit: z.number().int().min(1).max(500).default(100),
  }),
  output: z.object({ since: instant, until: instant, items: z.array(StageRun) }),
  doors: ["admin"],

  async handle({ db, clock }, { stage, workspaceId, limit, ...asked }) {
    const { since, until } = spanOf(asked, clock());
    const span = { since, until, workspaceId };
    const items = await db.platform.overview.listStageRuns(stage, span, limit);
    return { since, until, items };
  },
});
