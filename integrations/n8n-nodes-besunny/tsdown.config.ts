import { defineConfig } from "tsdown";

/** n8n loads CommonJS files that are named after their class. It allows no dependencies, so the library of signatures is built in. */
export default defineConfig({
  entry: {
    "credentials/BeSunnyApi.credentials": "credentials/BeSunnyApi.credentials.ts",
    "nodes/BeSunny/BeSunny.node": "nodes/BeSunny/BeSunny.node.ts",
    "nodes/BeSunnyTrigger/BeSunnyTrigger.node": "nodes/BeSunnyTrigger/BeSunnyTrigger.node.ts",
  },
  format: "cjs",
  platform: "node",
  target: "node20",
  outDir: "dist",
  outExtensions: () => ({ js: ".js" }),
  dts: false,
  clean: true,
  deps: {
    neverBundle: ["n8n-workflow"],
    alwaysBundle: ["standardwebhooks"],
    onlyBundle: ["standardwebhooks", "@stablelib/base64", "fast-sha256"],
  },
  copy: ["icons"],
});
