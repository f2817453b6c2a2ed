import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundledLanguageData } from "@besunny/runtime/bundle-language-data";
import { build } from "tsdown";

const ownRoot = fileURLToPath(new URL("..", import.meta.url));

/**
 * Bundles the reader's child of a checkout as the product does, so that no time goes into compiling. Returns the path of its entry. The folder
 * belongs to this process, which deletes it at its end.
 */
export async function readingChild(root = ownRoot): Promise<string> {
  const isOwn = root === ownRoot;
  const outDir = join(root, "bench/dist", `${process.pid}`);
  process.once("exit", () => rmSync(outDir, { recursive: true, force: true }));
  await build({
    config: false,
    cwd: root,
    entry: { child: join(root, "packages/reading/src/child/main.ts") },
    outDir,
    format: "esm",
    platform: "node",
    target: "node24",
    dts: false,
    noExternal: [/^@besunny\//, ...(isOwn ? ["eld/small"] : [])],
    external: [isOwn ? /^(?!@besunny\/|eld\/small$)[^./]/ : /^(?!@besunny\/)[^./]/],
    plugins: isOwn ? [bundledLanguageData] : [],
    logLevel: "silent",
  });
  return `${outDir}/child.mjs`;
}
