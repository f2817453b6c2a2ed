import { usageLevelReached } from "@besunny/core/events";
import { meterOf } from "@besunny/core/usage/contract/meters";
import { tellLevel } from "@besunny/core/usage/tell-level";
import type { Inngest } from "inngest";

import type { Callers } from "../callers";

/** Notifies owners and admins after a share of a quota was used. */
export const tellUsage = (inngest: Inngest, { workspaceCaller }: Callers) =>
  inngest.createFunction(
    { id: "tell-usage", triggers: [{ event: usageLevelReached.event }], retries: 4 },
    async ({ event, step }) => {
      const { workspaceId, meter, level, startsAt } = usageLevelReached.schema.parse(event.data);
      const caller = workspaceCaller(workspaceId, "tell-usage");
      await step.run("tell", () => tellLevel(caller, { meter: meterOf(meter), level, startsAt }));
    },
  );
