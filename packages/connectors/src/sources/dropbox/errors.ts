import type { About } from "../about";
import { SourceFailure } from "../failures";

/** The body of an answer of Dropbox that is no success, as far as it is JSON. */
export type Told = { error_summary?: string; error?: Tagged };
type Tagged = { ".tag"?: string; path?: Tagged; required_scope?: string; reason?: Tagged };

/** Returns the failure that an answer of Dropbox means. The client itself sees to limits (429, 503). */
export function failureOf(status: number, told: Told, about: About): SourceFailure {
  const error = told.error ?? {};
  if (status === 401 && error[".tag"] === "missing_scope") {
    return scopeMissing(error.required_scope ?? "");
  }
  if (status === 401) return reconnect();
  if (status === 403) return forbidden(about);
  if (status === 409) return failureOfTag(error, about);
  // The person changed teams, or the space of the team has another root now.
  if (status === 422) return cursorLost();
  if (status >= 500) return down();
  return refused(`http-${status}`, `Dropbox refused the request (${status}).`);
}

/** The tag says what is wrong; where it is `path`, the one in it does. */
function failureOfTag(error: Tagged, about: About): SourceFailure {
  const tag = error.path?.[".tag"] ?? error[".tag"] ?? "";
  if (tag === "reset") return cursorLost();
  if (tag === "not_found" || tag === "not_folder" || tag === "malformed_path")
    return missing(about);
  if (tag === "restricted_content" || tag === "no_permission" || tag === "access_error") {
    return forbidden(about);
  }
  if (tag === "unsupported_file" || tag === "non_exportable" || tag === "not_file") {
    const words = "Dropbox does not hand out this kind of file.";
    return new SourceFailure("not-fetchable", words, { skip: "paper-not-exportable" });
  }
  return refused(tag || "http-409", `Dropbox refused the request (${tag}).`);
}

/** Returns the failure of an error that is no answer: of the network, or of what came instead of JSON. */
export function failureOfError(error: unknown): unknown {
  return error instanceof SourceFailure ? error : down();
}

export function down(): SourceFailure<"provider-down"> {
  return new SourceFailure("provider-down", "Dropbox does not answer as it should.", {});
}

export function cursorLost(): SourceFailure<"cursor-lost"> {
  return new SourceFailure("cursor-lost", "Dropbox no longer knows where we were.", {
    freshCursor: null,
  });
}

function missing(about: About): SourceFailure {
  if (about === "item") return new SourceFailure("item-gone", "This is no longer in Dropbox.", {});
  return rootGone();
}

function rootGone(): SourceFailure<"root-gone"> {
  const words = "The chosen folder is no longer in Dropbox, or this account may not open it.";
  return new SourceFailure("root-gone", words, {});
}

function forbidden(about: About): SourceFailure {
  if (about === "root" || about === "changes") return rootGone();
  return new SourceFailure("item-forbidden", "This account may not open it in Dropbox.", {});
}

function scopeMissing(scope: string): SourceFailure<"scope-missing"> {
  const words = `The right ${scope} is missing. Connect again and allow it.`;
  return new SourceFailure("scope-missing", words, { scope });
}

function reconnect(): SourceFailure<"reconnect-needed"> {
  const words = "Dropbox no longer accepts this connection. Connect the account again.";
  return new SourceFailure("reconnect-needed", words, { reason: "expired" });
}

function refused(code: string, words: string): SourceFailure<"refused"> {
  return new SourceFailure("refused", words, { code });
}
