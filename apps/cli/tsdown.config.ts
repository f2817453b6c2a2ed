import { defineConfig } from "tsdown";

/** One file that starts quickly; what comes from npm stays where it is. */
export default defineConfig({
  entry: { main: "src/main.ts" },
  format: "esm",
  platform: "node",
  target: "node24",
  outDir: "dist",
  dts: false,
  clean: true,
  sourcemap: true,
  noExternal: [/^@besunny\//],
  external: [/^(?!@besunny\/)[^./]/],
});
