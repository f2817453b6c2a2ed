import { join } from "node:path";

import { serveApp } from "@besunny/api/front/serve-app";
import next from "next";

import { env } from "./env.ts";

const { isDevelopment, host, port } = env;

await serveApp({
  host,
  port,
  isDevelopment,
  async prepare(httpServer) {
    // Next puts the name into addresses of its own; people come by this one.
    const app = next({
      dev: isDevelopment,
      dir: join(import.meta.dirname, ".."),
      hostname: "localhost",
      port,
      httpServer,
    });
    await app.prepare();
    return app.getRequestHandler();
  },
});
