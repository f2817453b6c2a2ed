import type { Drive, DriveItem, Site } from "@microsoft/microsoft-graph-types";

import { isFailure } from "../failures";
import type { Root, RootRef } from "../source";
import type { Graph } from "./client";
import { childrenOf, pathOf } from "./drive-below";
import { isFolderItem } from "./drive-items";

const ask = { about: "root" } as const;

/** Lists the own drive and the sites, or what is below one of them: a page of requests at a time. */
export async function* listDriveRoots(
  graph: Graph,
  within?: RootRef,
  query?: string,
): AsyncGenerator<Root> {
  if (within?.drive) {
    yield* query ? foundFolders(graph, within, query) : folders(graph, within);
  } else if (within?.site) {
    yield* libraries(graph, within.site, query);
  } else {
    const drive = await ownDrive(graph);
    const own: RootRef = { kind: "onedrive", drive: drive?.id ?? "" };
    if (drive && query) yield* foundFolders(graph, own, query);
    if (drive && !query) yield rootOf("onedrive", own, "OneDrive", [], true);
    yield* sites(graph, query);
  }
}

/** Some people have no OneDrive, and still have sites. */
async function ownDrive(graph: Graph): Promise<Drive | null> {
  return graph.get<Drive>("/me/drive?$select=id,name,driveType", ask).catch((error) => {
    if (isFailure(error, "root-gone")) return null;
    throw error;
  });
}

async function* sites(graph: Graph, query?: string): AsyncGenerator<Root> {
  const path = `/sites?search=${encodeURIComponent(query || "*")}&$select=id,displayName,name`;
  try {
    for await (const { value } of graph.pages<Site>(path, ask)) {
      for (const site of value) {
        const name = site.displayName ?? site.name ?? "";
        yield {
          ...rootOf("sharepoint", { kind: "sharepoint", site: site.id ?? "" }, name, [], true),
          isChoosable: false,
        };
      }
    }
  } catch (error) {
    // The right to sites is asked for, and a person may have unticked it.
    if (!isFailure(error, "root-gone") && !isFailure(error, "scope-missing")) throw error;
  }
}

async function* libraries(graph: Graph, site: string, query?: string): AsyncGenerator<Root> {
  const path = `/sites/${encodeURIComponent(site)}/drives?$select=id,name`;
  for await (const { value } of graph.pages<Drive>(path, ask)) {
    for (const { id, name } of value) {
      if (query && !name?.toLowerCase().includes(query.toLowerCase())) continue;
      yield rootOf("sharepoint", { kind: "sharepoint", drive: id ?? "" }, name ?? "", [], true);
    }
  }
}

async function* folders(graph: Graph, within: RootRef): AsyncGenerator<Root> {
  const fields = "id,name,folder,parentReference";
  for await (const children of childrenOf(graph, within.drive ?? "", within.folder, fields)) {
    for (const child of children) if (isFolderItem(child)) yield folderRoot(within, child);
  }
}

async function* foundFolders(graph: Graph, within: RootRef, query: string): AsyncGenerator<Root> {
  const text = encodeURIComponent(query.replaceAll("'", "''"));
  const path = `${pathOf(within.drive ?? "", within.folder)}/search(q='${text}')?$select=id,name,folder,parentReference`;
  for await (const { value } of graph.pages<DriveItem>(path, ask)) {
    for (const one of value) if (isFolderItem(one)) yield folderRoot(within, one);
  }
}

function folderRoot(within: RootRef, found: DriveItem): Root {
  const kind = within.kind === "sharepoint" ? "sharepoint" : "onedrive";
  const ref: RootRef = { kind, drive: within.drive ?? "", folder: found.id ?? "" };
  return rootOf(kind, ref, found.name ?? "", [], (found.folder?.childCount ?? 0) > 0);
}

function rootOf(
  kind: "onedrive" | "sharepoint",
  ref: RootRef,
  name: string,
  path: string[],
  hasChildren: boolean,
): Root {
  return { ref, kind, name, path, hasChildren, isChoosable: true };
}
