/** Why an item is left out, beside the reasons why items are skipped. */
export const leftOutReasons = ["rule", "outside-choice", "removed-here", "trashed-here"] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

/** The kinds of looks. A comparison is a listing of what was listed before. */
export const lookKinds = ["listing", "changes", "comparison"] as const;
export type LookKind = (typeof lookKinds)[number];

/** The ends of a look. */
export const lookOutcomes = [
  "whole",
  "asking",
  "cursor-lost",
  "unreadable",
  "stopped",
  "failed",
] as const;
export type LookOutcome = (typeof lookOutcomes)[number];

/** The phases of a look. */
export const sourcePhases = ["idle", "listing", "catching-up"] as const;

/** Why a source does not go on by itself. */
export const sourceReasons = ["reconnect", "root-gone", "refused", "scope-missing"] as const;

/** The seconds between looks that people can choose. */
export const lookIntervals = [300, 900, 3600, 86_400] as const;

/** Beyond this share, and this number, a source asks before it takes items for gone. */
export const BRAKE_SHARE = 0.2;
export const BRAKE_ITEMS = 50;
