import { z } from "zod";
import { projectId } from "../ids";
import { decisionStates } from "../meetings/contract/decision";
import { moment } from "../moment";
import { query } from "../operation/query";
import { pageOf, paging } from "../shapes";
import { ListedDecision, listedDecisions } from "./contract/listed-decision";

/** Lists the decisions of meetings that the caller may see, the latest first. */
export const listDecisions = query("decisions.list-decisions", {
  title: "List decisions",
  permission: "document.read",
  input: z.object({
    projectId: projectId.optional(),
    states: z.array(z.enum(decisionStates)).min(1).max(decisionStates.length).optional(),
    from: moment
      .optional()
      .meta({ description: "Decisions that were made at this moment or later" }),
    words: z.string().trim().min(1).max(200).optional(),
    ...paging,
  }),
  output: pageOf(ListedDecision),
  doors: ["web", "rest"],

  async handle(tools, { cursor, limit, ...filter }) {
    const page = await tools.decisions.list(filter, { cursor, limit });
    return { ...page, items: await listedDecisions(tools, page.items) };
  },
});
