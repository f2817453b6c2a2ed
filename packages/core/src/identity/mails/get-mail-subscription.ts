import { z } from "zod";

import { identityOperation } from "../../operation/identity";
import { tokenHash } from "../../token-hash";
import { linkToken } from "../contract";
import { mailedSince } from "./mailed-since";

/** Returns whose mails a link stops, and of which workspace; null if the link is unknown or older than 90 days. */
export const getMailSubscription = identityOperation("identity.get-mail-subscription", {
  title: "See which mails a link stops",
  input: z.object({ token: linkToken }),
  output: z.object({ email: z.string(), workspaceName: z.string() }).nullable(),
  doors: ["web"],
  notAudited: "It reads.",

  async handle({ db, clock }, { token }) {
    return db.identity.mailSubscriptions.find(tokenHash(token), mailedSince(clock()));
  },
});
