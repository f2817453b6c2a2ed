import { z } from "zod";
import { query } from "../../operation/query";
import { RequestSummary, shownRequest } from "../contract/request";

const MOST = 500;

/** Lists requests on privacy, the newest first. */
export const listRequests = query("privacy.list-requests", {
  title: "List requests on privacy",
  permission: "privacy.manage",
  input: z.object({}),
  output: z.object({ items: z.array(RequestSummary) }),
  doors: ["web"],

  async handle({ privacyRequests, actor, clock }) {
    const by = { actor, now: clock() };
    return { items: (await privacyRequests.list(MOST)).map((each) => shownRequest(each, by)) };
  },
});
