import { randomBytes } from "node:crypto";

import { notFound } from "../../errors";
import { platformCommand } from "../../operation/platform";
import { tokenHash } from "../../token-hash";
import { OneTimeLink, ofPerson } from "./contract";

const HOUR_MS = 3_600_000;

/** Makes a link with which a person chooses a new password within an hour. It is shown once, to hand over. */
export const resetPersonPassword = platformCommand("platform.reset-person-password", {
  title: "Make a link for a new password",
  permission: "people.manage",
  input: ofPerson,
  output: OneTimeLink,
  doors: ["admin"],
  stepUp: true,

  async handle({ people, clock, webUrl }, { id }) {
    if (!(await people.find(id))) notFound("Person", id);
    const token = randomBytes(24).toString("base64url");
    const expiresAt = new Date(clock().getTime() + HOUR_MS);
    await people.addPasswordReset({ userId: id, tokenHash: tokenHash(token), expiresAt });
    return { url: `${webUrl}/reset-password/${token}`, expiresAt };
  },
});
