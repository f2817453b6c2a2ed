import type { Message } from "@besunny/connectors/mail/mail";

import { type Language, momentIn } from "../../../language";

type To = { email: string; language: Language };
type Link = To & { token: string; expiresAt: Date };

/** Returns the mail that proves an address before its account is opened. */
export function confirmAddress(webUrl: string, { email, language, ...link }: Link): Message {
  const url = `${webUrl}/confirm/${link.token}`;
  const until = momentIn(language, link.expiresAt);
  const words = {
    en: {
      subject: "Confirm your address for BeSunny",
      text: `Open this link to finish signing up to BeSunny, with the password that you chose:\n${url}\n\nIt works once and until ${until}. If you did not sign up, do nothing: without the link there will be no account.`,
    },
    de: {
      subject: "Bestätigen Sie Ihre Adresse für BeSunny",
      text: `Öffnen Sie diesen Link, um die Registrierung bei BeSunny abzuschließen, mit dem Passwort, das Sie gewählt haben:\n${url}\n\nEr gilt einmal und bis ${until}. Falls Sie sich nicht registriert haben, tun Sie nichts: Ohne den Link entsteht kein Konto.`,
    },
  };
  return { to: email, ...words[language] };
}

/** Returns the mail to the owner of an account after somebody tried to sign up with their address. */
export function accountExists(webUrl: string, { email, language }: To): Message {
  const words = {
    en: {
      subject: "You have a BeSunny account already",
      text: `Somebody tried to sign up to BeSunny with this address. It has an account already.\n\nSign in: ${webUrl}/sign-in\nPassword forgotten: ${webUrl}/forgot-password\n\nIf it was not you, do nothing.`,
    },
    de: {
      subject: "Sie haben schon ein Konto bei BeSunny",
      text: `Jemand wollte sich mit dieser Adresse bei BeSunny registrieren. Sie hat schon ein Konto.\n\nAnmelden: ${webUrl}/sign-in\nPasswort vergessen: ${webUrl}/forgot-password\n\nFalls Sie es nicht waren, tun Sie nichts.`,
    },
  };
  return { to: email, ...words[language] };
}

/** Returns the mail with a link by which the owner of the mailbox chooses a new password. */
export function resetLink(webUrl: string, { email, language, ...link }: Link): Message {
  const url = `${webUrl}/reset-password/${link.token}`;
  const until = momentIn(language, link.expiresAt);
  const words = {
    en: {
      subject: "Choose a new password for BeSunny",
      text: `Open this link to choose a new password for BeSunny:\n${url}\n\nIt works once and until ${until}. It ends all sessions and API keys of the account. If you did not ask for it, do nothing: your password stays.`,
    },
    de: {
      subject: "Wählen Sie ein neues Passwort für BeSunny",
      text: `Öffnen Sie diesen Link, um ein neues Passwort für BeSunny zu wählen:\n${url}\n\nEr gilt einmal und bis ${until}. Er beendet alle Sitzungen und API-Schlüssel des Kontos. Falls Sie nicht darum gebeten haben, tun Sie nichts: Ihr Passwort bleibt.`,
    },
  };
  return { to: email, ...words[language] };
}
