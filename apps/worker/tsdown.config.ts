import { bundledLanguageData } from "@besunny/runtime/bundle-language-data";
import { defineConfig } from "tsdown";

/** The worker, and the programs that it and the apps start: children and threads are found beside it. */
export default defineConfig({
  entry: {
    main: "src/main.ts",
    "reading-child": "../../packages/reading/src/child/main.ts",
    "models-child": "../../packages/ai/src/child/main.ts",
    "index-worker": "../../packages/ai/src/index/sqlite-worker.ts",
  },
  format: "esm",
  platform: "node",
  target: "node24",
  outDir: "dist",
  dts: false,
  clean: true,
  noExternal: [/^@besunny\//, "eld/small"],
  external: [/^(?!@besunny\/|eld\/small$)[^./]/],
  plugins: [bundledLanguageData],
});
