import { generateSecret, generateURI } from "otplib";
import { renderSVG } from "uqr";
import { z } from "zod";

import { conflict, notFound } from "../../errors";
import { identityOperation } from "../../operation/identity";
import { accountEntry } from "../rules/account-entry";
import { ofSession } from "./contract";
import { totpPlace } from "./totp";

/** Makes a secret for an authenticator app. It counts for nothing until a code of the app confirms it. */
export const beginTotp = identityOperation("identity.begin-totp", {
  title: "Begin to add an authenticator app",
  input: ofSession,
  output: z.object({
    secret: z.string(),
    /** The content of the picture, for an app on the same device. */
    uri: z.string(),
    /** The picture that the app reads, as SVG. */
    picture: z.string(),
  }),
  doors: ["web", "admin"],
  stepUp: true,

  async handle(ctx, { userId }) {
    const { identity } = ctx.db;
    const user = (await identity.users.find(userId)) ?? notFound("Account", userId);
    if ((await identity.totpFactors.find(userId))?.confirmedAt)
      conflict("You have an authenticator app already", "Remove it first, then add another one.");
    const secret = generateSecret();
    const uri = generateURI({ issuer: "BeSunny", label: user.email, secret });
    await identity.transaction(async ({ totpFactors, access }) => {
      await totpFactors.begin(userId, ctx.sealer.seal(secret, totpPlace(userId)));
      const entry = accountEntry(ctx, { operation: "identity.begin-totp", userId });
      await access.recordAccountAudit(userId, entry);
    });
    return { secret, uri, picture: renderSVG(uri, { border: 2 }) };
  },
});
