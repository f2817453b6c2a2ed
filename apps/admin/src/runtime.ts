import { createHandlers } from "@besunny/api/handlers";
import { createRuntime } from "@besunny/runtime/runtime";

/** The one place where the admin app meets the real world; route handlers and server components ask it. */
export const handlers = createHandlers(() => createRuntime({ app: "admin" }), {
  app: "admin",
});
