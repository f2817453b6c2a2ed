import { z } from "zod";

import { platformQuery } from "../../operation/platform";
import { idIn } from "../../shapes";
import { meterOf } from "../../usage/contract/meters";
import { QuotaRequest, requestStates } from "../../usage/contract/usage";

const MOST = 200;

/** Lists what workspaces ask for more of, those that wait first. */
export const listQuotaRequests = platformQuery("platform.list-quota-requests", {
  title: "List requests for more",
  permission: "platform.read",
  input: z.object({}),
  output: z.object({
    items: z.array(QuotaRequest.extend({ workspaceId: idIn("ws"), workspaceName: z.string() })),
  }),
  doors: ["admin"],

  async handle({ db }) {
    const rows = await db.platform.plans.listRequests(MOST);
    return {
      items: rows.map((row) => ({
        ...row,
        meter: meterOf(row.meter),
        state: z.enum(requestStates).parse(row.state),
      })),
    };
  },
});
