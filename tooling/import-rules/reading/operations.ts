import type { Node } from "oxc-parser";

import { operationMakers } from "../tables/slices";
import { targetOf } from "./places";
import type { SourceFile } from "./source-file";
import { unwrap } from "./syntax";

/** Tells whether a file exports an operation: a constant made by one of core's makers, such as `command(...)`. */
export function isOperation(file: SourceFile | undefined): boolean {
  if (!file || !/^packages\/core\/src\//.test(file.path)) return false;
  const makers = makersIn(file);
  if (makers.size === 0) return false;
  return file.parsed.program.body.some(
    (statement) =>
      statement.type === "ExportNamedDeclaration" &&
      statement.declaration?.type === "VariableDeclaration" &&
      statement.declaration.declarations.some(({ init }) => init && isMadeBy(makers, init)),
  );
}

/** The local names of the makers that a file imports from core's `operation` folder. */
function makersIn({ path, parsed }: SourceFile): ReadonlySet<string> {
  return new Set(
    parsed.module.staticImports
      .filter(({ moduleRequest }) =>
        /^packages\/core\/src\/operation(\/|$)/.test(targetOf(path, moduleRequest.value)),
      )
      .flatMap(({ entries }) => entries)
      .filter(({ isType, importName }) => !isType && operationMakers.test(importName.name ?? ""))
      .map(({ localName }) => localName.value),
  );
}

function isMadeBy(makers: ReadonlySet<string>, init: Node): boolean {
  const call = unwrap(init);
  return (
    call.type === "CallExpression" &&
    call.callee.type === "Identifier" &&
    makers.has(call.callee.name)
  );
}
