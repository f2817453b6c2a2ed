import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "tsdown";

/**
 * Bundles the reader's child as the product does, so that no time goes into compiling. Returns the path of its entry. The folder
 * belongs to this process, which deletes it at its end.
 */
export async function readingChild(): Promise<string> {
  const outDir = fileURLToPath(new URL(`./dist/${process.pid}`, import.meta.url));
  process.once("exit", () => rmSync(outDir, { recursive: true, force: true }));
  await build({
    config: false,
    entry: {
      child: fileURLToPath(import.meta.resolve("@besunny/reading/child/main")),
    },
    outDir,
    format: "esm",
    platform: "node",
    target: "node24",
    dts: false,
    external: [/^(?!@besunny\/)[^./]/],
    logLevel: "silent",
  });
  return `${outDir}/child.mjs`;
}
