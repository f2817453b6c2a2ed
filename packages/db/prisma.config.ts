import { defineConfig } from "prisma/config";

// `prisma generate` needs no schema engine, yet the CLI fetches one unless this names a file that exists.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({ schema: "prisma/schema.prisma" });
