import { eraseFiles } from "@besunny/core/departures/erase-files";
import { eraseWorkspace as erase } from "@besunny/core/departures/erase-workspace";
import { departureDue } from "@besunny/core/events";
import { handOver } from "@besunny/core/platform/departures/hand-over";
import type { Inngest } from "inngest";
import type { Callers } from "../callers";

/** Erases a workspace whose waiting time is over: its files and key, its rows, and the words of its log. Then hands over the certificate. */
export const eraseWorkspace = (
  inngest: Inngest,
  { workspaceCaller, platformCaller }: Pick<Callers, "workspaceCaller" | "platformCaller">,
) =>
  inngest.createFunction(
    {
      id: "erase-workspace",
      triggers: [{ event: departureDue.event }],
      concurrency: { key: "event.data.workspaceId", limit: 1 },
      retries: 8,
    },
    async ({ event, step, runId }) => {
      const { workspaceId, departureId: id } = departureDue.schema.parse(event.data);
      const caller = workspaceCaller(workspaceId, "erase-workspace");
      await step.run("files and key", () => eraseFiles(caller, { id, runId }));
      const { receiptId } = await step.run("rows", () => erase(caller, { id }));
      await step.run("hand over", () => handOver(platformCaller("erase-workspace"), { id }));
      return { receiptId };
    },
  );
