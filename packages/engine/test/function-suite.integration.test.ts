import { afterAll, beforeAll, describe, it } from "vitest";

import { functionSuite } from "./function-suite";
import { startPostgres, type TestPostgres } from "./postgres";
import { embeddedStage, serverStage } from "./suite-stage";

const serverUrl = process.env.INNGEST_BASE_URL;

describe("functions on the embedded engine", () => {
  let postgres: TestPostgres;
  beforeAll(async () => {
    postgres = await startPostgres();
  }, 60_000);
  afterAll(() => postgres?.stop());
  functionSuite(async () => embeddedStage(postgres));
});

describe("functions on an Inngest server", () => {
  if (serverUrl) functionSuite(async () => serverStage(serverUrl));
  else it.skip("the same suite: set INNGEST_BASE_URL to a dev server that may call 127.0.0.1");
});
