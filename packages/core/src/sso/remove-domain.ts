import { notFound } from "../errors";
import { command } from "../operation/command";
import { nothing } from "../shapes";
import { domainName, ofConnection } from "./contract";

/** Removes a domain. Its people are not led to this sign-in any more, and get no new accounts by it. */
export const removeDomain = command("sso.remove-domain", {
  title: "Remove a domain from the sign-in of an organisation",
  permission: "signIn.manage",
  input: ofConnection.extend({ domain: domainName }),
  output: nothing,
  doors: ["web"],
  stepUp: true,

  async handle({ ssoConnections, changed }, { id, domain }) {
    if (!(await ssoConnections.removeDomain(id, domain))) notFound("Domain", domain);
    changed({ subject: id, before: { domain }, after: { domain: null } });
  },
});
