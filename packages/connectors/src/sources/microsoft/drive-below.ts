import type { DriveItem } from "@microsoft/microsoft-graph-types";

import { isFailure } from "../failures";
import type { Graph } from "./client";
import { ITEM_FIELDS, isFolderItem } from "./drive-items";

const CHILDREN_PER_PAGE = 200;

export const pathOf = (driveId: string, folder?: string): string =>
  folder
    ? `/drives/${encodeURIComponent(driveId)}/items/${encodeURIComponent(folder)}`
    : `/drives/${encodeURIComponent(driveId)}/root`;

/** Yields the children of a folder, a page at a time. */
export async function* childrenOf(
  graph: Graph,
  driveId: string,
  folder: string | undefined,
  fields = ITEM_FIELDS,
): AsyncGenerator<DriveItem[]> {
  const path = `${pathOf(driveId, folder)}/children?$select=${fields}&$top=${CHILDREN_PER_PAGE}`;
  for await (const { value } of graph.pages<DriveItem>(path, { about: "root" })) yield value;
}

/** Yields all that is below a folder, by walking it. */
export async function* walk(
  graph: Graph,
  driveId: string,
  folder: string | undefined,
  fields = ITEM_FIELDS,
): AsyncGenerator<DriveItem[]> {
  const waiting: (string | undefined)[] = [folder];
  while (waiting.length > 0) {
    for await (const children of childrenOf(graph, driveId, waiting.pop(), fields)) {
      yield children;
      for (const child of children) if (isFolderItem(child) && child.id) waiting.push(child.id);
    }
  }
}

/**
 * Says which items of a drive are below a folder. A delta covers a whole drive and has no paths. A folder above that it
 * does not name is asked for once.
 */
export function createAncestry(graph: Graph, driveId: string, folder: string) {
  const parents = new Map<string, string | null>();
  let isPartial = false;

  const parentOf = async (id: string): Promise<string | null> => {
    const known = parents.get(id);
    if (known !== undefined) return known;
    const path = `${pathOf(driveId, id)}?$select=id,parentReference`;
    const found = await graph.get<DriveItem>(path, { about: "item" }).catch((error) => {
      isPartial ||= isFailure(error, "item-forbidden");
      if (isFailure(error, "item-gone") || isFailure(error, "item-forbidden")) return null;
      throw error;
    });
    const parent = found?.parentReference?.id ?? null;
    parents.set(id, parent);
    return parent;
  };

  return {
    /** Tells whether a folder could not be read, so that what is in it may be below all the same. */
    isPartial: () => isPartial,
    /** Notes the folders of a page before any of it is judged: a folder may come after what it holds. */
    learn(page: readonly DriveItem[]): void {
      for (const one of page) {
        if (one.id && isFolderItem(one)) parents.set(one.id, one.parentReference?.id ?? null);
      }
    },
    async isBelow({ parentReference }: DriveItem): Promise<boolean> {
      let at = parentReference?.id ?? null;
      while (at && at !== folder) at = await parentOf(at);
      return at === folder;
    },
  };
}
