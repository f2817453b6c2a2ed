import type { User } from "@microsoft/microsoft-graph-types";

import type { Root, RootRef } from "../source";
import type { Graph } from "./client";
import { verify } from "./verify";

/** Lists a person's own meetings, or for an app the people of the organisation. */
export async function* listMeetingRoots(
  graph: Graph,
  isApp: boolean,
  within?: RootRef,
): AsyncGenerator<Root> {
  if (within) return;
  if (!isApp) {
    yield rootOf({ kind: "teams", own: "true" }, (await verify(graph)).address);
    return;
  }
  const path = "/users?$select=id,mail,displayName&$top=100";
  for await (const { value } of graph.pages<User>(path, { about: "account" })) {
    for (const { id, displayName, mail } of value) {
      yield rootOf({ kind: "teams", organiser: id ?? "" }, displayName ?? mail ?? "");
    }
  }
}

function rootOf(ref: RootRef, name: string): Root {
  return { ref, kind: "teams", name, path: [], hasChildren: false, isChoosable: true };
}
