import { z } from "zod";

import { conflict } from "../errors";
import { flow } from "../operation/flow";
import { nothing } from "../shapes";
import { domainName, ofConnection, proofName } from "./contract";
import { proveDomain } from "./prove-domain";

/** Looks for the TXT record that proves a domain. Throws `CONFLICT` if the record is not there yet. */
export const checkDomain = flow("sso.check-domain", {
  title: "Check the proof of a domain",
  permission: "signIn.manage",
  input: ofConnection.extend({ domain: domainName }),
  output: nothing,
  doors: ["web"],
  audit: { notAudited: "Proving the domain leaves a row." },
  uses: ["sso"],

  async handle({ sso, caller }, { id, domain }) {
    const records = z.array(z.string()).parse(await sso.txtRecords(proofName(domain)));
    if (await proveDomain(caller, { id, domain, records })) return;
    conflict(
      `The TXT record of ${domain} was not found`,
      "DNS can take some hours. Check the record and try again.",
    );
  },
});
