import { join } from "node:path";

import { serveApp } from "@besunny/api/front/serve-app";
import next from "next";

type App = {
  /** The folder of the app, with its `next.config.ts`. */
  directory: string;
  host: string;
  port: number;
  isDevelopment: boolean;
};

/** Serves the Next app of a folder until the process receives SIGTERM or SIGINT. Throws when it cannot listen. */
export async function serveNext({ directory, host, port, isDevelopment }: App): Promise<void> {
  await serveApp({
    host,
    port,
    isDevelopment,
    staticFiles: isDevelopment ? null : join(directory, ".next/static"),
    async prepare(httpServer) {
      const app = next({
        dev: isDevelopment,
        dir: directory,
        // Next puts the name into addresses of its own; people come by this one.
        hostname: "localhost",
        port,
        httpServer,
      });
      await app.prepare();
      return app.getRequestHandler();
    },
  });
}
