import type { About } from "../about";
import { SourceFailure } from "../failures";

/** An answer of Microsoft Graph that is no success. */
export type Refusal = {
  status: number;
  code: string;
  message: string;
  /** The address of a fresh listing, which comes with 410. */
  location: string | null;
};

const LOST_CODES = [
  "resyncRequired",
  "resyncChangesApplyDifferences",
  "resyncChangesUploadDifferences",
  "syncStateNotFound",
  "SyncStateNotFound",
  "SyncStateInvalid",
];

/** Returns the failure that an answer of Microsoft Graph means. The client itself sees to limits (429, 503). */
export function failureOf(refusal: Refusal, about: About): SourceFailure {
  const { status, code } = refusal;
  if (status === 410 || LOST_CODES.includes(code)) return cursorLost(refusal.location);
  if (status === 401) return reconnect();
  if (status === 404) return missing(about);
  if (status === 403) return forbidden(refusal, about);
  if (code === "malwareDetected") return malware();
  if (status === 423) return refused("locked", "Microsoft says that this is locked for now.");
  if (status >= 500) return down();
  return refused(code || `http-${status}`, `Microsoft refused the request (${status}, ${code}).`);
}

/** Returns the failure of an error that is no answer: of the network, or of what came instead of JSON. */
export function failureOfError(error: unknown): SourceFailure {
  return error instanceof SourceFailure ? error : down();
}

export function down(): SourceFailure<"provider-down"> {
  return new SourceFailure("provider-down", "Microsoft does not answer as it should.", {});
}

export function cursorLost(location: string | null): SourceFailure<"cursor-lost"> {
  const freshCursor = location && JSON.stringify({ link: location });
  return new SourceFailure("cursor-lost", "Microsoft no longer knows where we were.", {
    freshCursor,
  });
}

function missing(about: About): SourceFailure {
  if (about === "item") {
    return new SourceFailure("item-gone", "This is no longer at Microsoft.", {});
  }
  return about === "account" ? refused("not-found", "Microsoft does not have this.") : rootGone();
}

export function rootGone(): SourceFailure<"root-gone"> {
  const words = "The chosen place is no longer at Microsoft, or this account may not open it.";
  return new SourceFailure("root-gone", words, {});
}

function forbidden({ code, message }: Refusal, about: About): SourceFailure {
  const scope = /requires one of '([^',]+)/i.exec(message)?.[1];
  if (scope) {
    const words = `The right ${scope} is missing. Connect again and tick it.`;
    return new SourceFailure("scope-missing", words, { scope });
  }
  if (/not allowed to perform operations on the user/i.test(message)) {
    const words =
      "An administrator of your Microsoft 365 must grant this app an application access policy for meetings of this person.";
    return refused("application-access-policy", words);
  }
  if (code === "malwareDetected") return malware();
  if (about === "root" || about === "changes") return rootGone();
  return new SourceFailure("item-forbidden", "This account may not open it at Microsoft.", {});
}

function malware(): SourceFailure<"not-fetchable"> {
  const words = "Microsoft found malware in this file and does not hand it out.";
  return new SourceFailure("not-fetchable", words, { skip: "flagged-as-malware" });
}

function reconnect(): SourceFailure<"reconnect-needed"> {
  const words = "Microsoft no longer accepts this connection. Connect the account again.";
  return new SourceFailure("reconnect-needed", words, { reason: "expired" });
}

export function refused(code: string, words: string): SourceFailure<"refused"> {
  return new SourceFailure("refused", words, { code });
}
