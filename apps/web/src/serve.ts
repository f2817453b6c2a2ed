import { join } from "node:path";

import { serveNext } from "@besunny/web-kit/server/serve-next";

import { env } from "./env.ts";

await serveNext({ directory: join(import.meta.dirname, ".."), ...env });
