import { randomBytes } from "node:crypto";
import { z } from "zod";

import { conflict, notFound } from "../errors";
import { command } from "../operation/command";
import { domainName, ofConnection, proofName } from "./contract";

/** Adds a domain whose people the sign-in is for. Returns the TXT record that proves it. */
export const addDomain = command("sso.add-domain", {
  title: "Add a domain to the sign-in of an organisation",
  permission: "signIn.manage",
  input: ofConnection.extend({ domain: domainName }),
  output: z.object({ record: z.string(), value: z.string() }),
  doors: ["web"],
  stepUp: true,

  async handle({ ssoConnections, changed }, { id, domain }) {
    if (!(await ssoConnections.find(id))) notFound("Sign-in", id);
    const value = `besunny-domain=${randomBytes(18).toString("base64url")}`;
    if (!(await ssoConnections.addDomain(id, domain, value)))
      conflict(`${domain} is there already`);
    changed({ subject: id, before: { domain: null }, after: { domain } });
    return { record: proofName(domain), value };
  },
});
