import { createHandlers } from "@besunny/api/handlers";
import { sharedRuntime } from "@besunny/runtime/shared-runtime";
import { tellerOf } from "@besunny/web-kit/told/teller-of";

import definitions from "../messages/de/definitions.json";
import figures from "../messages/de/figures.json";
import operations from "../messages/de/operations.json";
import sentences from "../messages/de/server.json";

/** The one place where the web app meets the real world; route handlers and server components ask it. */
export const handlers = createHandlers(() => sharedRuntime({ app: "web" }), {
  app: "web",
  told: { de: tellerOf({ ...sentences, ...operations, ...definitions, ...figures }) },
});
