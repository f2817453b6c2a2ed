import type { Message } from "@besunny/connectors/mail/mail";

type Link = { email: string; token: string; expiresAt: Date };

/** Returns the mail that proves an address before its account is opened. */
export function confirmAddress(webUrl: string, { email, token, expiresAt }: Link): Message {
  return {
    to: email,
    subject: "Confirm your address for BeSunny",
    text: `Open this link to finish signing up to BeSunny, with the password that you chose:\n${webUrl}/confirm/${token}\n\nIt works once and until ${expiresAt.toUTCString()}. If you did not sign up, do nothing: without the link there will be no account.`,
  };
}

/** Returns the mail to the owner of an account after somebody tried to sign up with their address. */
export function accountExists(webUrl: string, email: string): Message {
  return {
    to: email,
    subject: "You have a BeSunny account already",
    text: `Somebody tried to sign up to BeSunny with this address. It has an account already.\n\nSign in: ${webUrl}/sign-in\nPassword forgotten: ${webUrl}/forgot-password\n\nIf it was not you, do nothing.`,
  };
}

/** Returns the mail with a link by which the owner of the mailbox chooses a new password. */
export function resetLink(webUrl: string, { email, token, expiresAt }: Link): Message {
  return {
    to: email,
    subject: "Choose a new password for BeSunny",
    text: `Open this link to choose a new password for BeSunny:\n${webUrl}/reset-password/${token}\n\nIt works once and until ${expiresAt.toUTCString()}. It ends all sessions and API keys of the account. If you did not ask for it, do nothing: your password stays.`,
  };
}
