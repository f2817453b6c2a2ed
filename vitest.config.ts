import { defineConfig } from "vitest/config";

const elsewhere = ["**/node_modules/**", "**/dist/**", "**/.next/**", "**/.besunny/**"];
const streets = (pattern: string) =>
  ["packages", "apps", "integrations"].map((street) => `${street}/**/${pattern}`);
const tooling = ["tooling/**/*.integration.test.mjs"];
const integration = streets("*.integration.test.{ts,tsx}");

export default defineConfig({
  test: {
    projects: [
      {
        // An app's files import each other as `~/...`, which its tsconfig.json explains.
        resolve: { tsconfigPaths: true },
        test: {
          name: "unit",
          // Most of a file's time went into loading what the file before it had loaded.
          isolate: false,
          // Readers of large formats load slowly beside other work.
          testTimeout: 30_000,
          include: [...streets("*.test.{ts,tsx}"), "bench/**/*.test.ts"],
          exclude: [...elsewhere, ...integration],
        },
      },
      {
        test: {
          name: "integration",
          include: [...integration, ...tooling],
          exclude: elsewhere,
          globalSetup: ["tooling/vitest/postgres.ts"],
          pool: "forks",
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "law",
          // All read the same sources: one worker loads the parser once.
          isolate: false,
          testTimeout: 30_000,
          include: ["tooling/**/*.test.{ts,mjs}"],
          exclude: [...elsewhere, ...tooling],
        },
      },
    ],
  },
});
