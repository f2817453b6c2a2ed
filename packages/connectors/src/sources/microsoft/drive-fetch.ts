import type { DriveItem } from "@microsoft/microsoft-graph-types";

import { SourceFailure } from "../failures";
import { fileNameOf } from "../file-names";
import { pour } from "../pour";
import type { Fetched, ItemRef, Sink } from "../source";
import type { Graph } from "./client";
import { pathOf } from "./drive-below";
import { ITEM_FIELDS, revisionOf, skipOf } from "./drive-items";

/** Fetches the bytes of a file. Its revision is asked first, so that it is never newer than the bytes. */
export async function fetchFile(
  graph: Graph,
  item: ItemRef,
  into: Sink,
  signal: AbortSignal,
): Promise<Fetched> {
  const path = pathOf(item.root.drive ?? "", item.id);
  const ask = { about: "item" } as const;
  const found = await graph.get<DriveItem>(`${path}?$select=${ITEM_FIELDS}`, ask);
  const skip = skipOf(found);
  if (skip) throw new SourceFailure("not-fetchable", "This file is not handed out.", { skip });
  const response = await graph.open(`${path}/content`, ask);
  const size = await pour(response.body, into, { size: found.size ?? null, signal });
  return {
    fileName: fileNameOf(found.name ?? item.name),
    mediaType: found.file?.mimeType ?? item.mediaType,
    size,
    revision: revisionOf(found),
  };
}
