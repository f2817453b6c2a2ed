import { holdsChanged } from "@besunny/core/events";
import { lockFiles } from "@besunny/core/privacy/holds/lock-files";
import type { Inngest } from "inngest";
import type { Callers } from "../callers";

/** After a hold was made, changed or released, holds its files in their storage or lets them go. */
export const keepHolds = (
  inngest: Inngest,
  { workspaceCaller }: Pick<Callers, "workspaceCaller">,
) =>
  inngest.createFunction(
    {
      id: "keep-holds",
      triggers: [{ event: holdsChanged.event }],
      concurrency: { key: "event.data.workspaceId", limit: 1 },
      retries: 4,
    },
    async ({ event, step }) => {
      const { workspaceId } = holdsChanged.schema.parse(event.data);
      const caller = workspaceCaller(workspaceId, "keep-holds");
      await step.run("lock files", () => lockFiles(caller, {}));
    },
  );
