import type { Node } from "oxc-parser";

import { isTest } from "../reading/places";
import type { SourceFile } from "../reading/source-file";
import type { Breach, SourceTree } from "../reading/source-tree";
import { walk } from "../reading/syntax";

/** Every session with PostgreSQL runs in UTC: Prisma and pg take an instant for the wall clock of the session. */
export function connectionBreaches({ files }: SourceTree): Breach[] {
  return [...files.values()]
    .filter(({ path }) => /^packages\/(db|engine|sql)\/src\//.test(path) && !isTest(path))
    .filter((file) => opensOutsideUtc(file))
    .map(({ path }) => `${path} opens a connection whose session may not run in UTC`);
}

const opens = /^(Client|Pool|PrismaPg)$/;
const setsUtc = /^(inUtc|withSettings)$/;

function opensOutsideUtc({ text, parsed }: SourceFile): boolean {
  if (!/Client|Pool|PrismaPg/.test(text)) return false;
  let isOutside = false;
  walk(parsed.program, (node) => {
    if (node.type === "NewExpression" && opens.test(nameOf(node.callee)) && !isSetToUtc(node))
      isOutside = true;
  });
  return isOutside;
}

function isSetToUtc(opening: Node): boolean {
  let isSet = false;
  walk(opening, (node) => {
    if (node.type === "CallExpression" && setsUtc.test(nameOf(node.callee))) isSet = true;
  });
  return isSet;
}

/** The last name of `pg.Pool` or `Pool`. */
function nameOf(callee: Node): string {
  if (callee.type === "Identifier") return callee.name;
  return callee.type === "MemberExpression" && callee.property.type === "Identifier"
    ? callee.property.name
    : "";
}
