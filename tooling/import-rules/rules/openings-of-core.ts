import type { Edge } from "../reading/edges";
import { isOperation } from "../reading/operations";
import { isTest, packageOf } from "../reading/places";
import type { Breach, SourceTree } from "../reading/source-tree";
import { openToRequestsAndJobs } from "../tables/slices";
import { isContract } from "./slices";

/** api and jobs import of core operations, contracts and the files at its top that the table names. */
export function openingsOfCoreBreaches(tree: SourceTree): Breach[] {
  return tree.edges.filter(isFromRequestsOrJobs).flatMap(({ file, target, to }) => {
    const inside = (to ?? target).match(/^packages\/core\/src\/(.+)$/)?.[1];
    if (inside === undefined || isOpen(inside) || isOperation(tree.files.get(to ?? ""))) return [];
    return [
      `${file} imports ${inside} of core; allowed are files that export an operation, a slice's contract, ${openToRequestsAndJobs.join(", ")}`,
    ];
  });
}

function isFromRequestsOrJobs({ file }: Edge): boolean {
  return /^packages\/(api|jobs)$/.test(packageOf(file) ?? "") && !isTest(file);
}

function isOpen(inside: string): boolean {
  return (
    isContract(inside) ||
    openToRequestsAndJobs.some((open) =>
      open.endsWith("/") ? inside.startsWith(open) : inside === open || `${inside}.ts` === open,
    )
  );
}
