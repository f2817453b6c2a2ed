import type { Breach, SourceTree } from "./reading/source-tree";
import { capabilityBreaches } from "./rules/capabilities";
import { typeCircleBreaches, valueCircleBreaches } from "./rules/circles";
import { clientClosureBreaches } from "./rules/client-closure";
import { connectionBreaches } from "./rules/connections";
import { databaseInCoreBreaches } from "./rules/database-in-core";
import { folderSizeBreaches } from "./rules/folder-size";
import { nameBreaches } from "./rules/names";
import { openingsOfCoreBreaches } from "./rules/openings-of-core";
import { outsideCallBreaches } from "./rules/outside-calls";
import { packageBreaches } from "./rules/packages";
import { pureCoreBreaches } from "./rules/pure-core";
import { sliceBreaches } from "./rules/slices";
import { testBreaches } from "./rules/tests";
import { thirdPartyBreaches } from "./rules/third-party";
import { vocabularyBreaches } from "./rules/vocabularies";
import type { enforced } from "./tables/enforced";

/** All import rules by name; each lists the breaches of a tree. */
export const rules: Readonly<Record<keyof typeof enforced, (tree: SourceTree) => Breach[]>> = {
  packages: packageBreaches,
  thirdParty: thirdPartyBreaches,
  capabilities: capabilityBreaches,
  databaseInCore: databaseInCoreBreaches,
  clientClosure: clientClosureBreaches,
  valueCircles: valueCircleBreaches,
  names: nameBreaches,
  tests: testBreaches,
  connections: connectionBreaches,
  slices: sliceBreaches,
  openingsOfCore: openingsOfCoreBreaches,
  outsideCalls: outsideCallBreaches,
  pureCore: pureCoreBreaches,
  typeCircles: typeCircleBreaches,
  folderSize: folderSizeBreaches,
  vocabularies: vocabularyBreaches,
};
