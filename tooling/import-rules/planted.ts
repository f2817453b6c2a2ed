import { type Manifest, type SourceTree, sourceTree } from "./reading/source-tree";

/** A tree of the given files, by path, for tests that plant breaches. */
export function planted(
  texts: Readonly<Record<string, string>>,
  manifests: Readonly<Record<string, Manifest>> = {},
): SourceTree {
  return sourceTree(Object.entries(texts), Object.entries(manifests));
}

/** The two kinds of operation that planted trees use, as core declares them. */
export const makers = {
  "packages/core/src/operation/command.ts": "export function command() {}",
  "packages/core/src/operation/flow.ts": "export function flow() {}",
};

/** The text of a file that exports an operation. */
export const anOperation =
  'import { command } from "../operation/command";\nexport const act = command("a.act", {});';
