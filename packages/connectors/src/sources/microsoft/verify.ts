import type { User } from "@microsoft/microsoft-graph-types";

import type { AccountFacts } from "../source";
import type { Graph } from "./client";

/** Reads whose account it is. Microsoft proves no address: a name to sign in with need not be one that mail reaches. */
export async function verify(graph: Graph): Promise<AccountFacts> {
  const path = "/me?$select=id,mail,userPrincipalName";
  const { id, mail, userPrincipalName } = await graph.get<User>(path, { about: "account" });
  const { tid, scp } = claimsOf(await graph.account.token());
  return {
    subject: id ?? "",
    address: (mail ?? userPrincipalName ?? "").toLowerCase(),
    isAddressProven: false,
    tenant: tid ?? null,
    scopes: scp?.split(" ").filter(Boolean) ?? [],
  };
}

/** An app of an organisation is nobody's account: its tenant is all that there is to know. */
export async function verifyApp(graph: Graph): Promise<AccountFacts> {
  const { tid, roles } = claimsOf(await graph.account.token());
  const tenant = tid ?? null;
  return {
    subject: tid ?? graph.account.id,
    address: "",
    isAddressProven: false,
    tenant,
    scopes: roles ?? [],
  };
}

/** Tokens of work accounts are readable, those of personal ones are not. Nothing is trusted here but what is shown to their owner. */
function claimsOf(token: string): { tid?: string; scp?: string; roles?: string[] } {
  try {
    return JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
  } catch {
    return {};
  }
}
