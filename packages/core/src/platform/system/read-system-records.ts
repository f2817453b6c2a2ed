import { z } from "zod";

import { platformQuery } from "../../operation/platform";
import { instant } from "../../shapes";
import { DependencyTest, SystemState } from "./contract";

/** Returns what the database knows of the system: the last tests, and its migrations. A step of `get-system`. */
export const readSystemRecords = platformQuery("platform.read-system-records", {
  title: "Read the tests and migrations",
  permission: "system.read",
  input: z.object({}),
  output: z.object({
    tests: z.array(
      z.object({ name: z.string(), last: DependencyTest, succeededAt: instant.nullable() }),
    ),
    migrations: SystemState.shape.migrations,
  }),
  doors: [],

  async handle({ db }) {
    const { dependencyTests, server } = db.platform;
    const [tests, migrations] = await Promise.all([dependencyTests.list(), server.migrations()]);
    return {
      tests: tests.map(({ name, succeededAt, ...last }) => ({ name, succeededAt, last })),
      migrations,
    };
  },
});
