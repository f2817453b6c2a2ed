import { randomBytes } from "node:crypto";
import { z } from "zod";
import { departureId } from "../../ids";
import { sweep } from "../../operation/platform";
import { count } from "../../shapes";
import { tokenHash } from "../../token-hash";

/** Mails the link to the certificate, and the certificate itself, to the people who owned the workspace. Platform admins see it without a mail. */
export const handOver = sweep("platform.hand-over", {
  title: "Hand over the certificate of an erased workspace",
  permission: "workspace.end",
  input: z.object({ id: departureId }),
  output: z.object({ people: count }),
  doors: ["job"],
  audit: { notAudited: "The end of the workspace is recorded." },

  async handle({ db, mail, webUrl, clock }, { id }) {
    const people = await db.platform.departures.findToHandOver(id);
    const departure = await db.platform.departures.find(id);
    if (!people || !departure?.certificate) return { people: 0 };
    const token = randomBytes(24).toString("base64url");
    await db.platform.departures.handOver(id, { tokenHash: tokenHash(token), now: clock() });
    const { certificate, keyId, signature, publicKey } = departure;
    const signed = { receipt: JSON.parse(certificate), keyId, signature, publicKey };
    for (const { id: userId, email, name } of people)
      await mail.send({
        to: email,
        id: `departure-${id}-${userId}`,
        subject: "Your workspace was erased",
        text: [
          `Hello ${name},`,
          `the workspace that you owned was erased, and its keys were destroyed. The certificate says what was found, what was removed, what stays and why.`,
          `It is attached, and here: ${webUrl}/certificate/${token}`,
        ].join("\n\n"),
        attachments: [
          {
            filename: `certificate-${departure.workspaceId}.json`,
            content: Buffer.from(`${JSON.stringify(signed, null, 2)}\n`),
            contentType: "application/json",
          },
        ],
      });
    return { people: people.length };
  },
});
