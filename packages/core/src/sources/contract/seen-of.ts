import { sourceVisibilities } from "@besunny/connectors/sources/source-words";
import type { StoredSource } from "@besunny/db/sources/sources";

import type { Seen } from "../../documents/contract/taking/take-file";
import { oneOf } from "../../one-of";
import { granteesOf } from "../people/grantees-of";
import type { LookTools } from "./tools";

type Row = { documentId: string | null; grantsKey?: string | null; externalId: string };

/** Returns who sees the documents of these items. Sharings that cannot be read, and those that nobody here is part of, let nobody see. */
export async function seenOf(
  tools: LookTools,
  source: StoredSource,
  rows: readonly Row[],
): Promise<(Seen & { documentIds: string[] })[]> {
  const visibility = oneOf(sourceVisibilities, source.visibility);
  const documentIds = rows.flatMap(({ documentId }) => documentId ?? []);
  if (visibility !== "source") return [{ documentIds, visibility, grantees: [] }];
  const keys = [...new Set(rows.flatMap(({ grantsKey }) => grantsKey ?? []))];
  const grantees = await granteesOf(tools, source.connectionId, keys);
  return [...Map.groupBy(rows, ({ grantsKey }) => grantsKey ?? null)].map(([key, shared]) => ({
    documentIds: shared.flatMap(({ documentId }) => documentId ?? []),
    visibility,
    grantees: (key === null ? null : grantees.get(key)) ?? [],
  }));
}
