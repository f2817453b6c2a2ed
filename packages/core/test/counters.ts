import { createDatabase } from "@besunny/db/database";

/** The counters of requests of the test server, for a process beside the tests. */
export function openCounters() {
  const { TEST_APP_URL = "", TEST_IDENTITY_URL = "", TEST_PLATFORM_URL = "" } = process.env;
  const { identity, close } = createDatabase({
    app: TEST_APP_URL,
    identity: TEST_IDENTITY_URL,
    platform: TEST_PLATFORM_URL,
  });
  return { store: identity.requestCounters, close };
}
