import type { Repositories } from "@besunny/db/database";
import type { StoredSource } from "@besunny/db/sources/sources";

import type { Actor } from "../../access/actor";
import { viewerOf } from "../../connections/contract/viewer-of";
import { notFound } from "../../errors";

/** Returns a source that the actor sees. Throws `NOT_FOUND`. */
export async function mustFindSource(
  { sources, actor }: Pick<Repositories, "sources"> & { actor: Actor },
  id: string,
): Promise<StoredSource> {
  return (await sources.find(id, viewerOf(actor))) ?? notFound("Source", id);
}
