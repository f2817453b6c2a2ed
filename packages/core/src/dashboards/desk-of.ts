import type { DashboardRepository } from "@besunny/db/dashboards/dashboards";

import { personOf } from "../access/person-of";
import { may, principals } from "../access/policy";
import { askerIn } from "../metrics/contract/asker";
import type { Acting } from "../operation/workspace";
import type { Desk } from "./contract/keep";

type Tools = Pick<Acting, "actor" | "clock"> & { dashboards: DashboardRepository };

/** Returns the place of a workspace's dashboards, for the person who asks. */
export function deskOf<Given extends Tools>(tools: Given): Given & Desk {
  const { actor, clock } = tools;
  return {
    ...tools,
    scope: "workspace",
    by: { id: personOf(actor).id, at: clock() },
    asker: askerIn(principals(actor)),
    mayMake: may(actor, "dashboard.make"),
    mayManage: may(actor, "dashboard.manage"),
  };
}
