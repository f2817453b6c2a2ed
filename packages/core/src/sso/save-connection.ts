import type { ConnectionFields } from "@besunny/db/workspace/sign-in/sso-connections";
import { z } from "zod";

import { conflict, invalidInput, notFound } from "../errors";
import { command } from "../operation/command";
import { idIn } from "../shapes";
import { ConnectionSettings } from "./contract";

/** Keeps the settings of an organisation's sign-in, without its secret. Changed settings have to be tested again. */
export const saveConnection = command("sso.save-connection", {
  title: "Keep the sign-in of an organisation",
  permission: "signIn.manage",
  input: z.object({ id: z.string().max(60).nullable(), settings: ConnectionSettings }),
  output: z.object({ id: idIn("sso") }),
  doors: [],

  async handle({ ssoConnections, groups, changed }, { id, settings }) {
    for (const { groupId } of settings.groupMap)
      if (!(await groups.find(groupId))) notFound("Group", groupId);
    const fields = fieldsOf(settings);
    if (id === null) {
      const made = await ssoConnections.create(fields);
      changed({ subject: made, before: {}, after: { ...fields } });
      return { id: made };
    }
    const before = (await ssoConnections.find(id)) ?? notFound("Sign-in", id);
    if (before.kind !== settings.kind)
      conflict("A sign-in keeps its kind", "Add another one, and remove this one.");
    // The issuer would name other people by the same subjects.
    if (before.issuer !== fields.issuer && (await ssoConnections.countPeople()).has(id))
      invalidInput("People are linked to this issuer; add another sign-in for the new one", [
        { path: "settings.issuer", message: "People are linked to the present issuer" },
      ]);
    await ssoConnections.change(id, fields);
    const { domains: _d, sealedClientSecret: _s, ...was } = before;
    changed({ subject: id, before: was, after: { ...was, ...fields } });
    return { id };
  },
});

function fieldsOf(settings: ConnectionSettings): ConnectionFields {
  const { kind, name, issuer, emailClaim, nameClaim, groupClaim } = settings;
  const { defaultRole, roleMap, groupMap, makesAccounts } = settings;
  const isSaml = settings.kind === "saml";
  return {
    kind,
    name,
    issuer,
    emailClaim,
    nameClaim,
    groupClaim,
    defaultRole,
    roleMap,
    groupMap,
    makesAccounts,
    clientId: isSaml ? null : settings.clientId,
    signInUrl: isSaml ? settings.signInUrl : null,
    certificates: isSaml ? settings.certificates : [],
  };
}
