import type { StoredSource } from "@besunny/db/sources/sources";

import { mustFindSource } from "./must-find";
import type { LookTools } from "./tools";

/**
 * Returns a source that the actor may change, and keeps others from changing it meanwhile. Throws `NOT_FOUND` for a source that the actor does not see:
 * a person who sees one may also change it.
 */
export async function mustManageSource(tools: LookTools, id: string): Promise<StoredSource> {
  await mustFindSource(tools, id);
  await tools.sources.lock(id);
  return mustFindSource(tools, id);
}
