import { z } from "zod";

import { notFound } from "../errors";
import { command } from "../operation/command";
import { domainName, ofConnection } from "./contract";

/** Takes a domain as proven if its proof is among the records. Returns false if it is not. */
export const proveDomain = command("sso.prove-domain", {
  title: "Take a domain as proven",
  permission: "signIn.manage",
  input: ofConnection.extend({ domain: domainName, records: z.array(z.string()) }),
  output: z.boolean(),
  doors: [],

  async handle({ ssoConnections, clock, changed }, { id, domain, records }) {
    const found = (await ssoConnections.find(id)) ?? notFound("Sign-in", id);
    const known = found.domains.find((each) => each.domain === domain);
    if (!known) return notFound("Domain", domain);
    if (known.provenAt) return true;
    if (!records.includes(known.proof)) return false;
    await ssoConnections.proveDomain(id, domain, clock());
    changed({ subject: id, before: { proven: null }, after: { proven: domain } });
    return true;
  },
});
