import { createHandlers } from "@besunny/api/handlers";
import { sharedRuntime } from "@besunny/runtime/shared-runtime";

/** The one place where the web app meets the real world; route handlers and server components ask it. */
export const handlers = createHandlers(() => sharedRuntime({ app: "web" }), {
  app: "web",
});
