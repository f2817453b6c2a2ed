import { erasureConfirmed } from "@besunny/core/events";
import { countUnproven } from "@besunny/core/privacy/requests/count-unproven";
import { deleteChosen } from "@besunny/core/privacy/requests/delete-chosen";
import { erasePerson as erase } from "@besunny/core/privacy/requests/erase-person";
import type { Inngest } from "inngest";
import type { Callers } from "../callers";

const MOST_WAITS = 400;

/** After two people have agreed, deletes the documents that are to go, waits for their receipts, and erases the person everywhere else. */
export const erasePerson = (
  inngest: Inngest,
  { workspaceCaller }: Pick<Callers, "workspaceCaller">,
) =>
  inngest.createFunction(
    {
      id: "erase-person",
      triggers: [{ event: erasureConfirmed.event }],
      concurrency: { key: "event.data.workspaceId", limit: 1 },
      idempotency: "event.data.requestId",
      retries: 4,
    },
    async ({ event, step }) => {
      const { workspaceId, requestId: id } = erasureConfirmed.schema.parse(event.data);
      const caller = workspaceCaller(workspaceId, "erase-person");
      await step.run("delete documents", () => deleteChosen(caller, { id }));
      for (let n = 1; n <= MOST_WAITS; n++) {
        const { left } = await step.run(`count ${n}`, () => countUnproven(caller, { id }));
        if (left === 0) break;
        await step.sleep(`wait ${n}`, "5s");
      }
      return step.run("erase", () => erase(caller, { id }));
    },
  );
