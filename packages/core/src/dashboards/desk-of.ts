import type { DashboardRepository } from "@besunny/db/dashboards/dashboards";

import { personOf } from "../access/person-of";
import type { Acting } from "../operation/workspace";
import type { Desk } from "./contract/keep";

type Tools = Pick<Acting, "actor" | "clock"> & { dashboards: DashboardRepository };

/** Returns the place of a workspace's dashboards, for the person who asks. */
export function deskOf<Given extends Tools>(tools: Given): Given & Desk {
  return { ...tools, scope: "workspace", by: { id: personOf(tools.actor).id, at: tools.clock() } };
}
