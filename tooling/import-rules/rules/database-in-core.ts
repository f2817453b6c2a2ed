import type { Node } from "oxc-parser";

import { isTest } from "../reading/places";
import type { SourceFile } from "../reading/source-file";
import type { Breach, SourceTree } from "../reading/source-tree";
import { keyOf, textOf, walk } from "../reading/syntax";
import { reachesTheDatabase } from "../tables/slices";

/** In core only the named folders reach a context's `db`, by whatever syntax. */
export function databaseInCoreBreaches(tree: SourceTree): Breach[] {
  return [...tree.files.values()]
    .filter(mayNotReach)
    .flatMap((file) =>
      reachesOf(file).map(
        (reach) =>
          `${file.path} reaches a database by ${reach}; in core only ${reachesTheDatabase.join(", ")} may`,
      ),
    );
}

function mayNotReach({ path, text }: SourceFile): boolean {
  const inside = path.match(/^packages\/core\/src\/(.+)$/)?.[1];
  if (inside === undefined || isTest(path)) return false;
  if (reachesTheDatabase.some((place) => inside === place || isInFolder(inside, place)))
    return false;
  return /\bdb\b|\\u/.test(text);
}

function isInFolder(path: string, place: string): boolean {
  return place.endsWith("/") && path.startsWith(place);
}

/**
 * A literal "db" counts too: only such a literal can be the `key` of `ctx[key]`. Types do not count, because they reach nothing.
 */
function reachesOf({ parsed }: SourceFile): string[] {
  const reaches: string[] = [];
  const inTypes = new Set<Node>();
  walk(parsed.program, (node, parent) => {
    if (parent && (inTypes.has(parent) || isType(parent))) inTypes.add(node);
    if (inTypes.has(node) || parent?.type === "TSLiteralType") return;
    if (node.type === "MemberExpression" && keyOf(node.property, node.computed) === "db")
      reaches.push(node.computed ? '["db"]' : ".db");
    else if (node.type === "ObjectPattern" && node.properties.some(takesDatabase))
      reaches.push("{ db } = ...");
    else if (textOf(node) === "db" && !isKnownPlace(node, parent)) reaches.push('the text "db"');
  });
  return reaches;
}

function isType({ type }: Node): boolean {
  return type.startsWith("TSType") && type !== "TSTypeAssertion";
}

function takesDatabase(property: Node): boolean {
  return property.type === "Property" && keyOf(property.key, property.computed) === "db";
}

/** Reported already as a member or as a key. */
function isKnownPlace(node: Node, parent: Node | null): boolean {
  return (
    (parent?.type === "MemberExpression" && parent.property === node) ||
    (parent?.type === "Property" && parent.key === node)
  );
}
