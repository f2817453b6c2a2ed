import { conflict, notFound } from "../errors";
import { command } from "../operation/command";
import { nothing } from "../shapes";
import { ofConnection } from "./contract";

/** Removes the sign-in of an organisation. Its sessions and its links to people end with it. It must be off. */
export const removeConnection = command("sso.remove-connection", {
  title: "Remove the sign-in of an organisation",
  permission: "signIn.manage",
  input: ofConnection,
  output: nothing,
  doors: ["web"],
  stepUp: true,

  async handle({ ssoConnections, changed }, { id }) {
    const found = (await ssoConnections.find(id)) ?? notFound("Sign-in", id);
    if (found.isOn) conflict("This sign-in is turned on", "Turn it off first.");
    await ssoConnections.remove(id);
    changed({ subject: id, before: { name: found.name, issuer: found.issuer }, after: {} });
  },
});
