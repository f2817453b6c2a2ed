import type { DashboardRepository } from "@besunny/db/dashboards/dashboards";

import { actorIdOf } from "../../access/actor";
import type { PlatformActor } from "../../access/platform-policy";
import type { Clock } from "../../context";
import type { Desk } from "../../dashboards/contract/keep";

type Tools = { actor: PlatformActor; clock: Clock };
type Reading = Tools & { db: { platform: { dashboards: DashboardRepository } } };
type Writing = Tools & { dashboards: DashboardRepository };

/** Returns the place of the platform's dashboards, for the admin who asks. */
export function deskOf<Given extends Reading | Writing>(tools: Given): Given & Desk {
  const dashboards = "db" in tools ? tools.db.platform.dashboards : tools.dashboards;
  const by = { id: actorIdOf(tools.actor), at: tools.clock() };
  const rights = { mayMake: true, mayManage: true };
  return { ...tools, dashboards, scope: "platform", by, asker: "platform", ...rights };
}
