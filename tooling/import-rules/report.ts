import { readTree } from "./reading/read-tree";
import { rules } from "./rules";

/** Prints the breaches of every rule, or of those that are named as arguments, whether the rule is enforced or not. */
const asked = process.argv.slice(2);
const tree = readTree();
for (const [name, breaches] of Object.entries(rules)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const found = breaches(tree);
  console.log(`${name}: ${found.length}`);
  for (const breach of found) console.log(`  ${breach}`);
}
