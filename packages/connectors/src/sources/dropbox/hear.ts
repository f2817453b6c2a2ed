import { createHmac } from "node:crypto";

import { type HookCall, type HookNotice, isSameSecret, objectIn } from "../hooks";

/** Understands a call of Dropbox, which signs the body with the secret of the app. Answer it within ten seconds. */
export function hearDropbox(call: HookCall, appSecret: string): HookNotice {
  const word = call.query.get("challenge");
  if (call.method === "GET" && word !== null) return { kind: "prove", text: word };
  const expected = createHmac("sha256", appSecret).update(call.body).digest("hex");
  if (!isSameSecret(call.header("x-dropbox-signature") ?? "", expected)) return { kind: "refused" };
  const listed = objectIn(call.body)?.list_folder;
  const accounts =
    typeof listed === "object" && listed && "accounts" in listed ? listed.accounts : [];
  const named = Array.isArray(accounts) ? accounts.map(String) : [];
  return { kind: "look", accounts: named, watch: "fine" };
}
