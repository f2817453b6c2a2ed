import { momentIn } from "@besunny/core/language";

import type { RequestContext } from "../request-context";

type Invited = { id: string; email: string; role: string; expiresAt: Date; token: string };

/**
 * Mails the link of an invitation, in the language of the person who invites. Returns the link as `url` only if it could not be mailed, so that a person can pass it on. A mailed link
 * proves that its user has the mailbox, so nobody else may see it.
 */
export async function sendInvitation(
  { identity, language, urls, log }: Pick<RequestContext, "identity" | "language" | "urls" | "log">,
  { token, ...invitation }: Invited,
) {
  const url = `${urls.web}/invitation/${token}`;
  const isMailed = await identity.mail
    .send({
      to: invitation.email,
      ...wordsOf(url, momentIn(language, invitation.expiresAt))[language],
    })
    .catch((error: unknown) => {
      log.warn({ error, invitation: invitation.id }, "the invitation could not be mailed");
      return false;
    });
  return { ...invitation, url: isMailed ? null : url, isMailed };
}

function wordsOf(url: string, until: string) {
  return {
    en: {
      subject: "You are invited to BeSunny",
      text: `You are invited to a workspace in BeSunny.\n\nOpen this link to join:\n${url}\n\nIt works once and until ${until}.`,
    },
    de: {
      subject: "Sie sind zu BeSunny eingeladen",
      text: `Sie sind in einen Arbeitsbereich von BeSunny eingeladen.\n\nÖffnen Sie diesen Link, um beizutreten:\n${url}\n\nEr gilt einmal und bis ${until}.`,
    },
  };
}
