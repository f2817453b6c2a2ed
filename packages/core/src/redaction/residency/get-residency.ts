import { z } from "zod";

import { query } from "../../operation/query";
import { hostOf, isOfHouse, mayBeUsed, Residency, region, regionOf } from "../contract/residency";

/** Returns the region of the workspace, and the servers of models that it has called or says something of. */
export const getResidency = query("redaction.get-residency", {
  title: "See the region and the providers",
  permission: "workspace.read",
  input: z.object({}),
  output: Residency,
  doors: ["web"],

  async handle({ residency }) {
    const own = region.nullable().parse(await residency.region());
    const rules = await residency.listRules();
    const called = Map.groupBy(await residency.countCalls(), ({ server }) => hostOf(server));
    const hosts = [...new Set([...called.keys(), ...rules.map(({ host }) => host)])].sort();
    return {
      region: own,
      providers: hosts.map((host) => {
        const rule = rules.find((each) => each.host === host);
        return {
          host,
          region: regionOf(host, rules),
          isOwn: isOfHouse(host),
          isAllowed: rule?.isAllowed ?? false,
          reason: rule?.reason ?? null,
          mayBeUsed: mayBeUsed(host, { region: own, rules }),
          calls: (called.get(host) ?? []).reduce((sum, { calls }) => sum + calls, 0),
        };
      }),
    };
  },
});
