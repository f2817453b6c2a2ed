import type { Message } from "@besunny/connectors/mail/mail";

import { type Language, momentIn } from "../../../language";

type To = { email: string; language: Language };

/** Returns the mail about a sign-in in a browser in which the person has never signed in. */
export function newDevice(
  webUrl: string,
  { email, language, ip, userAgent, at }: To & { ip: string; userAgent: string; at: Date },
): Message {
  const moment = momentIn(language, at);
  const words = {
    en: {
      subject: "A new sign-in to BeSunny",
      text: `Somebody signed in to your BeSunny account in a browser that was not used for it before.\n\nWhen: ${moment}\nAddress: ${ip}\nBrowser: ${userAgent}\n\nIf it was you, do nothing. If not, end the session and change your password:\n${webUrl}/settings/security`,
    },
    de: {
      subject: "Eine neue Anmeldung bei BeSunny",
      text: `Jemand hat sich bei Ihrem BeSunny-Konto in einem Browser angemeldet, der dafür noch nicht benutzt wurde.\n\nWann: ${moment}\nAdresse: ${ip}\nBrowser: ${userAgent}\n\nWenn Sie es waren, tun Sie nichts. Wenn nicht, beenden Sie die Sitzung und ändern Sie Ihr Passwort:\n${webUrl}/settings/security`,
    },
  };
  return { to: email, ...words[language] };
}

/** Returns the mail with a link that proves the address of an account. */
export function proveAddress(
  webUrl: string,
  { email, language, token, expiresAt }: To & { token: string; expiresAt: Date },
): Message {
  const url = `${webUrl}/prove-address/${token}`;
  const until = momentIn(language, expiresAt);
  const words = {
    en: {
      subject: "Confirm your address for BeSunny",
      text: `Open this link to confirm that mails to this address reach you:\n${url}\n\nIt works once and until ${until}. If you did not ask for it, do nothing.`,
    },
    de: {
      subject: "Bestätigen Sie Ihre Adresse für BeSunny",
      text: `Öffnen Sie diesen Link, um zu bestätigen, dass E-Mails an diese Adresse Sie erreichen:\n${url}\n\nEr gilt einmal und bis ${until}. Falls Sie nicht darum gebeten haben, tun Sie nichts.`,
    },
  };
  return { to: email, ...words[language] };
}

/** Returns the mail about a changed way to sign in: what changed, and what to do if somebody else did it. */
export function waysChanged(
  webUrl: string,
  { email, language, what }: To & { what: keyof typeof changes },
): Message {
  const words = {
    en: {
      subject: "The sign-in of your BeSunny account has changed",
      text: `${changes[what].en}\n\nIf it was you, do nothing. If not, end all sessions and change your password:\n${webUrl}/settings/security`,
    },
    de: {
      subject: "Die Anmeldung Ihres BeSunny-Kontos wurde geändert",
      text: `${changes[what].de}\n\nWenn Sie es waren, tun Sie nichts. Wenn nicht, beenden Sie alle Sitzungen und ändern Sie Ihr Passwort:\n${webUrl}/settings/security`,
    },
  };
  return { to: email, ...words[language] };
}

const changes = {
  totpAdded: {
    en: "An authenticator app was added to your account.",
    de: "Eine Authenticator-App wurde zu Ihrem Konto hinzugefügt.",
  },
  totpRemoved: {
    en: "The authenticator app was removed from your account.",
    de: "Die Authenticator-App wurde von Ihrem Konto entfernt.",
  },
  passkeyAdded: {
    en: "A passkey was added to your account.",
    de: "Ein Passkey wurde zu Ihrem Konto hinzugefügt.",
  },
  passkeyRemoved: {
    en: "A passkey was removed from your account.",
    de: "Ein Passkey wurde von Ihrem Konto entfernt.",
  },
  passwordRemoved: {
    en: "The password of your account was removed. Passkeys alone open it now.",
    de: "Das Passwort Ihres Kontos wurde entfernt. Nur noch Passkeys öffnen es.",
  },
  codeUsed: {
    en: "A recovery code was used to sign in to your account.",
    de: "Ein Wiederherstellungscode wurde zur Anmeldung bei Ihrem Konto benutzt.",
  },
};
