import { type ASTNode, Environment } from "@marcbachmann/cel-js";

import type { Catalogue, FieldKind } from "./fields";

/** A rule of the language as its types are checked: numbers are doubles, days are timestamps. */
const celTypes: Record<FieldKind, string> = {
  text: "string",
  word: "string",
  number: "double",
  date: "google.protobuf.Timestamp",
  yesno: "bool",
  list: "list<string>",
};

/** Functions of a text that ignore case, by the name that conditions use. */
export const textFunctions = ["same", "holds", "begins", "ends"] as const;
export const MOST_NODES = 300;
export const MOST_DEPTH = 24;
export const DEEPEST_LOOP = 2;
export const LONGEST_CONDITION = 5_000;

const known = new WeakMap<Catalogue, Environment>();

/** Returns the language in which conditions on these fields are written: it knows every field and its type, and nothing else. */
export function languageOf(catalogue: Catalogue): Environment {
  const made = known.get(catalogue);
  if (made) return made;
  const env = new Environment({
    unlistedVariablesAreDyn: false,
    limits: {
      maxAstNodes: MOST_NODES,
      maxDepth: MOST_DEPTH,
      maxListElements: 100,
      maxMapEntries: 0,
      maxCallArguments: 3,
    },
  });
  for (const [name, type] of Object.entries(typesOf(env, catalogue)))
    env.registerVariable(name, type);
  declareFunctions(env);
  known.set(catalogue, env);
  return env;
}

/** Nothing runs in the library: it parses and checks, and `program` evaluates with three values. */
const declared = () => {
  throw new Error("Conditions are evaluated by their program");
};

function declareFunctions(env: Environment): void {
  for (const name of [...textFunctions, "like"])
    env.registerFunction(`string.${name}(string): bool`, declared);
  env.registerFunction("list<string>.hasAny(list<string>): bool", declared);
  env.registerFunction("day(string): google.protobuf.Timestamp", declared);
  env.registerFunction("daysUntil(google.protobuf.Timestamp): double", declared);
  env.registerFunction("daysSince(google.protobuf.Timestamp): double", declared);
  for (const operator of ["+", "-", "*", "/"]) {
    env.registerOperator(`double ${operator} int: double`, declared);
    env.registerOperator(`int ${operator} double: double`, declared);
  }
  env.registerOperator("double == int", declared);
}

type Tree = { [name: string]: Tree | FieldKind };

/** Registers a type for each name that has parts, and returns the type of each first name. */
function typesOf(env: Environment, { fields }: Catalogue): Record<string, string> {
  const tree: Tree = {};
  for (const { path, kind } of fields) put(tree, path.split("."), kind);
  const register = (at: Tree, name: string): string => {
    const entries = Object.entries(at).map(([part, below]) => [
      part,
      typeof below === "string" ? celTypes[below] : register(below, `${name}_${part}`),
    ]);
    env.registerType(name, { fields: Object.fromEntries(entries) });
    return name;
  };
  return Object.fromEntries(
    Object.entries(tree).map(([name, below]) => [
      name,
      typeof below === "string" ? celTypes[below] : register(below, `T_${name}`),
    ]),
  );
}

function put(tree: Tree, [part = "", ...rest]: readonly string[], kind: FieldKind): void {
  if (rest.length === 0) {
    tree[part] = kind;
    return;
  }
  const below = tree[part];
  const next: Tree = typeof below === "object" ? below : {};
  tree[part] = next;
  put(next, rest, kind);
}

/** Returns the path that a part of a condition names, such as `facts.total.amount`; null if it is none. */
export function pathOf(node: ASTNode): string[] | null {
  if (node.op === "id") return [node.args];
  if (node.op !== ".") return null;
  const of = pathOf(node.args[0]);
  return of && [...of, node.args[1]];
}
