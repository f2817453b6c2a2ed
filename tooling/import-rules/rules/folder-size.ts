import { dirname } from "node:path";

import { isTest } from "../reading/places";
import type { Breach, SourceTree } from "../reading/source-tree";
import { FILES_A_FOLDER } from "../tables/names";

/** Next finds these by their names, so that a folder of routes cannot do without them. */
const routeFile =
  /^apps\/[^/]+\/src\/app\/.*\b(page|layout|template|loading|error|global-error|not-found|default|route|icon|manifest|robots|sitemap)\.tsx?$/;

/** No folder holds more source files than a person takes in at a glance. */
export function folderSizeBreaches({ files }: SourceTree): Breach[] {
  const counts = new Map<string, number>();
  for (const path of files.keys())
    if (!isTest(path) && !routeFile.test(path))
      counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count > FILES_A_FOLDER)
    .map(([folder, count]) => `${folder} holds ${count} source files; at most ${FILES_A_FOLDER}`);
}
