import { z } from "zod";

import { conflict, notFound } from "../errors";
import { command } from "../operation/command";
import { nothing } from "../shapes";
import { ofConnection } from "./contract";

/** Turns the sign-in of an organisation on or off. On needs a test of these settings; off, a policy that allows other ways. */
export const turnConnection = command("sso.turn-connection", {
  title: "Turn the sign-in of an organisation on or off",
  permission: "signIn.manage",
  input: ofConnection.extend({ isOn: z.boolean() }),
  output: nothing,
  doors: ["web"],
  stepUp: true,

  async handle({ ssoConnections, signInPolicies, changed }, { id, isOn }) {
    const found = (await ssoConnections.find(id)) ?? notFound("Sign-in", id);
    if (isOn && found.testedVersion !== found.version)
      conflict("These settings were not tested", "Test the sign-in first, then turn it on.");
    const { methods = [] } = (await signInPolicies.find()) ?? {};
    const others = (await ssoConnections.list()).filter((each) => each.isOn && each.id !== id);
    if (!isOn && methods.includes("organisation") && others.length === 0)
      conflict(
        "The sign-in policy needs the organisation's sign-in",
        "Allow other ways in the policy first.",
      );
    await ssoConnections.turn(id, isOn);
    if (found.isOn !== isOn)
      changed({ subject: id, before: { isOn: found.isOn }, after: { isOn } });
  },
});
