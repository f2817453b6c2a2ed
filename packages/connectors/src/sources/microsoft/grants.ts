import type { Permission, SharePointIdentitySet, User } from "@microsoft/microsoft-graph-types";

import type { Grant, ItemRef } from "../source";
import type { Graph } from "./client";
import { pathOf } from "./drive-below";

/**
 * Reads who may open an item. Nobody has access by what is not sure. A group of a site has the same name in two sites, and Graph cannot open it. A
 * link of the organisation does not say who has it.
 */
export async function grantsOf(graph: Graph, item: ItemRef): Promise<Grant[]> {
  const path = `${pathOf(item.root.drive ?? "", item.id)}/permissions`;
  const grants: Grant[] = [];
  for await (const { value } of graph.pages<Permission>(path, { about: "item" })) {
    for (const permission of value) grants.push(...grantsOfPermission(permission));
  }
  return grants;
}

function grantsOfPermission({ link, grantedToV2, grantedToIdentitiesV2 }: Permission): Grant[] {
  if (link?.scope === "anonymous") return [{ kind: "anyone" }];
  const holders = [grantedToV2, ...(grantedToIdentitiesV2 ?? [])];
  return holders.flatMap((holder) => (holder ? grantOf(holder) : []));
}

function grantOf({ user, siteUser, group }: SharePointIdentitySet): Grant[] {
  if (group?.id) return [{ kind: "group", ref: group.id, name: group.displayName ?? "" }];
  const address = addressOf(user) ?? addressOf(siteUser);
  return address ? [{ kind: "user", address }] : [];
}

/** Identities may carry the address beside what the types know of them. The name to sign in to SharePoint with ends with it, for members. */
function addressOf(identity: object | null | undefined): string | null {
  if (!identity) return null;
  if ("email" in identity && typeof identity.email === "string" && identity.email) {
    return identity.email.toLowerCase();
  }
  const loginName = "loginName" in identity ? String(identity.loginName) : "";
  return /\|membership\|(.+@.+)$/.exec(loginName)?.[1]?.toLowerCase() ?? null;
}

/** The members of a group, also of the groups in it. Its owners are not among them unless they are members too. */
export async function membersOf(graph: Graph, group: string): Promise<string[]> {
  const kind = "microsoft.graph.user";
  const path = `/groups/${encodeURIComponent(group)}/transitiveMembers/${kind}?$select=mail,userPrincipalName&$top=999`;
  const addresses: string[] = [];
  for await (const { value } of graph.pages<User>(path, { about: "item" })) {
    for (const { mail, userPrincipalName } of value) {
      const address = mail ?? userPrincipalName;
      if (address) addresses.push(address.toLowerCase());
    }
  }
  return addresses;
}
