import { defineConfig } from "@playwright/test";

/** They change what everybody's work depends on, such as schedules and functions that are held back. */
const platform =
  /[\\/](admin|dashboards|features|models|operations|overview|reports|schedules|system)\.spec\.ts$/;

/** The product runs already (see tooling/start/journeys.mjs); each journey has a workspace of its own in it. */
export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.ts",
  outputDir: "../test-results/journeys",
  workers: 2,
  projects: [
    { name: "people", testIgnore: platform },
    { name: "platform", testMatch: platform, workers: 1, dependencies: ["people"] },
  ],
  retries: process.env.CI ? 1 : 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: process.env.WEB_URL ?? "http://localhost:3000",
    viewport: { width: 1280, height: 800 },
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--disable-quic",
      ],
    },
  },
});
