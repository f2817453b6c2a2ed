import { packageOf } from "../import-rules/reading/places";
import { readTree } from "../import-rules/reading/read-tree";
import { judge } from "./judge";
import { readProse } from "./read-prose";

/** Prints how many findings each package has, by area and rule; with paths as arguments, the findings below these paths. */
const asked = process.argv.slice(2);
const findings = readProse(readTree()).flatMap(judge);
if (asked.length > 0) {
  for (const { path, message } of findings)
    if (asked.some((prefix) => path.startsWith(prefix))) console.log(message);
} else {
  const counts = Map.groupBy(findings, ({ path, area, rule }) =>
    [area, packageOf(path) ?? path.split("/")[0], rule].join("\t"),
  );
  for (const key of [...counts.keys()].sort()) console.log(`${key}\t${counts.get(key)?.length}`);
}
