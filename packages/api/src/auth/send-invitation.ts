import type { RequestContext } from "../request-context";

type Invited = { id: string; email: string; role: string; expiresAt: Date; token: string };

/**
 * Mails the link of an invitation. Returns the link as `url` only if it could not be mailed, so that a person can pass it on. A mailed link
 * proves that its user has the mailbox, so nobody else may see it.
 */
export async function sendInvitation(
  { identity, urls, log }: Pick<RequestContext, "identity" | "urls" | "log">,
  { token, ...invitation }: Invited,
) {
  const url = `${urls.web}/invitation/${token}`;
  const isMailed = await identity.mail
    .send({
      to: invitation.email,
      subject: "You are invited to BeSunny",
      text: `You are invited to a workspace in BeSunny.\n\nOpen this link to join:\n${url}\n\nIt works once and until ${invitation.expiresAt.toUTCString()}.`,
    })
    .catch((error: unknown) => {
      log.warn({ error, invitation: invitation.id }, "the invitation could not be mailed");
      return false;
    });
  return { ...invitation, url: isMailed ? null : url, isMailed };
}
