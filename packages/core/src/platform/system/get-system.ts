import { z } from "zod";

import { platformFlow } from "../../operation/platform";
import { SystemState } from "./contract";
import { readSystemRecords } from "./read-system-records";

/** Returns the dependencies with their engines and last tests, the settings without secrets, and the releases. */
export const getSystem = platformFlow("platform.get-system", {
  title: "Look at the system",
  permission: "system.read",
  input: z.object({}),
  output: SystemState,
  doors: ["admin"],

  async handle({ system, caller, clock }) {
    const [engines, { tests, migrations }] = await Promise.all([
      system.engines(),
      readSystemRecords(caller, {}),
    ]);
    return {
      asOf: clock(),
      dependencies: engines.map((engine) => {
        const found = tests.find(({ name }) => name === engine.name);
        return { ...engine, last: found?.last ?? null, succeededAt: found?.succeededAt ?? null };
      }),
      settings: system.settings(),
      releases: system.releases(),
      migrations,
    };
  },
});
