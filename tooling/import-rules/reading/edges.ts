import type { Node } from "oxc-parser";

import { fileAt, targetOf } from "./places";
import type { SourceFile } from "./source-file";
import { keyOf, textOf, unwrap, walk } from "./syntax";

/**
 * The ways to import. `value`: a static import or export-from. `type`: gone when the program runs. `dynamic`: import(), require()
 * and the like. `mock`: vi.mock("...") and its kin. `url`: new URL("./file", import.meta.url).
 */
export type EdgeKind = "value" | "type" | "dynamic" | "mock" | "url";

/** One import: `target` as targetOf returns it, `to` the file of the tree or null. */
export type Edge = {
  file: string;
  specifier: string;
  kind: EdgeKind;
  target: string;
  to: string | null;
};

type Found = { specifier: string; kind: EdgeKind };

/** Only files whose text matches can hold an import that the parser's list of static imports leaves out. */
const mayHoldOthers =
  /\bimport\s*(\(|\.\s*meta)|\bimport\s+[\w$]+\s*=|\brequire\b|createRequire|\bvi(test)?\s*\??\.\s*\w*([mM]ock|importActual)\b|getBuiltinModule|export\s*(type\s*)?\{\s*\}/;

/** Lists every import of a file, however it is written. */
export function edgesOf(file: SourceFile, files: ReadonlyMap<string, unknown>): Edge[] {
  const found = staticImports(file).concat(mayHoldOthers.test(file.text) ? otherImports(file) : []);
  return found.map(({ specifier, kind }) => {
    const target = targetOf(file.path, specifier);
    return { file: file.path, specifier, kind, target, to: fileAt(target, files) };
  });
}

/** `import { type A }` counts as a value: the emitted file still loads the module. */
function staticImports({ text, parsed }: SourceFile): Found[] {
  const imports = parsed.module.staticImports.map(({ start, moduleRequest }) => ({
    specifier: moduleRequest.value,
    kind: kindAt(text, start),
  }));
  const exports = parsed.module.staticExports.flatMap(({ start, entries }) => {
    const request = entries.find(({ moduleRequest }) => moduleRequest)?.moduleRequest;
    return request ? [{ specifier: request.value, kind: kindAt(text, start) }] : [];
  });
  return [...imports, ...exports];
}

function kindAt(text: string, start: number): EdgeKind {
  return /^(import|export)\s+type\b(?!\s*(,|from\b))/.test(text.slice(start, start + 200))
    ? "type"
    : "value";
}

function otherImports({ text, parsed }: SourceFile): Found[] {
  const found: Found[] = [];
  const add = (kind: EdgeKind, argument: Node | null | undefined) => {
    const specifier = textOf(argument && unwrap(argument));
    if (specifier !== null) found.push({ specifier, kind });
  };
  const requires = requireNames(text, parsed.program);
  walk(parsed.program, (node) => {
    if (node.type === "ImportExpression") add("dynamic", node.source);
    if (node.type === "TSImportType") add("type", node.source);
    if (node.type === "TSExternalModuleReference") add("dynamic", node.expression);
    if (node.type === "ExportNamedDeclaration" && node.specifiers.length === 0)
      add("value", node.source);
    if (node.type === "NewExpression" && isUrlBesideModule(node)) add("url", node.arguments[0]);
    if (node.type === "CallExpression") {
      const kind = kindOfCall(node.callee, requires);
      if (kind) add(kind, node.arguments[0]);
    }
  });
  return found;
}

/** The names under which a file may call `require`, such as one made by createRequire. */
function requireNames(text: string, program: Node): ReadonlySet<string> {
  const names = new Set(["require"]);
  if (!text.includes("createRequire")) return names;
  walk(program, (node) => {
    if (node.type !== "VariableDeclarator" || !node.init) return;
    if (isCreateRequire(unwrap(node.init)) && node.id.type === "Identifier")
      names.add(node.id.name);
  });
  return names;
}

function isCreateRequire(node: Node): boolean {
  return (
    node.type === "CallExpression" &&
    node.callee.type === "Identifier" &&
    node.callee.name === "createRequire"
  );
}

function kindOfCall(callee: Node, requires: ReadonlySet<string>): EdgeKind | null {
  const isRequire = (node: Node) =>
    isCreateRequire(node) || (node.type === "Identifier" && requires.has(node.name));
  if (isRequire(callee)) return "dynamic";
  if (callee.type !== "MemberExpression") return null;
  const method = keyOf(callee.property, callee.computed) ?? "";
  if (method === "getBuiltinModule") return "dynamic";
  const object = unwrap(callee.object);
  if (method === "resolve" && (object.type === "MetaProperty" || isRequire(object)))
    return "dynamic";
  const isVi = object.type === "Identifier" && (object.name === "vi" || object.name === "vitest");
  return isVi && /^(do)?(un)?mock$|^import(Actual|Mock)$/i.test(method) ? "mock" : null;
}

function isUrlBesideModule(node: Extract<Node, { type: "NewExpression" }>): boolean {
  if (node.callee.type !== "Identifier" || node.callee.name !== "URL") return false;
  const base = node.arguments[1];
  return base?.type === "MemberExpression" && base.object.type === "MetaProperty";
}
