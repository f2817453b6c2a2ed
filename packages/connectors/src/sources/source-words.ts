/** The services that people connect. `practice` is the double of one of them, which an operator switches on by `DOUBLES=1`. */
export const providers = ["google", "microsoft", "dropbox", "imap"] as const;
export type Provider = (typeof providers)[number];

/** The kinds of sources. One connection may carry several. */
export const sourceKinds = [
  "drive",
  "gmail",
  "google-calendar",
  "onedrive",
  "sharepoint",
  "outlook",
  "outlook-calendar",
  "teams",
  "dropbox",
  "imap",
] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** The provider of each kind of source. */
export const providerOf: Record<SourceKind, Provider> = {
  drive: "google",
  gmail: "google",
  "google-calendar": "google",
  onedrive: "microsoft",
  sharepoint: "microsoft",
  outlook: "microsoft",
  "outlook-calendar": "microsoft",
  teams: "microsoft",
  dropbox: "dropbox",
  imap: "imap",
};

/** The kinds whose providers tell of news on a connection that is held open. */
export const listeningKinds: readonly SourceKind[] = ["imap", "dropbox"];

/** Why an item of a source is not fetched. The set is closed; each has a sentence for people. */
export const skipReasons = [
  "kind-not-read",
  "too-large",
  "export-too-large",
  "shortcut",
  "no-download-right",
  "sensitivity-label",
  "flagged-as-malware",
  "empty",
  "notebook",
  "form-or-site",
  "paper-not-exportable",
  "private-event",
  "outside-choice",
  "trashed-there",
  "draft",
  "encrypted-mail",
] as const;
export type SkipReason = (typeof skipReasons)[number];

/** Skips that another fetch may answer otherwise. The others are what a thing is, and end when it changes at its source. */
export const retriedSkips: readonly SkipReason[] = [
  "too-large",
  "export-too-large",
  "no-download-right",
  "sensitivity-label",
  "flagged-as-malware",
  "empty",
];

/** Things to know before choosing a root. `all-mail` holds each mail that other folders hold as well. */
export const rootWarnings = ["all-mail"] as const;
export type RootWarning = (typeof rootWarnings)[number];

/** The states of an item. The numbers of a report are counted by them. */
export const itemStates = [
  "waiting",
  "fetching",
  "processing",
  "ready",
  "skipped",
  "failed",
  "left-out",
  "gone",
] as const;
export type ItemState = (typeof itemStates)[number];

/** The states of a source. `asking` waits for a person's answer before it removes many documents. */
export const sourceStates = ["listing", "live", "paused", "stopped", "asking"] as const;
export type SourceState = (typeof sourceStates)[number];

/** The states of a connection. */
export const connectionStates = [
  "ok",
  "limited",
  "throttled",
  "reconnect",
  "revoked",
  "down",
] as const;
export type ConnectionState = (typeof connectionStates)[number];

/** Why an item is gone from its source. `outside`: it is there, and no longer in what was chosen: a folder, a label, a calendar. */
export const goneReasons = ["deleted", "outside", "no-access", "unknown"] as const;
export type GoneReason = (typeof goneReasons)[number];

/** The people who see the documents of a source. They are its owner alone, those of its projects, or those who see them at the source. */
export const sourceVisibilities = ["owner", "filed", "source"] as const;
export type SourceVisibility = (typeof sourceVisibilities)[number];
