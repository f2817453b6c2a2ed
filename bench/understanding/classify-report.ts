import { taxonomy } from "@besunny/core/understanding/contract/taxonomy";
import type { Report } from "../report";

/** A labelled file, what the models say of it, and what the peer says where there is one. */
export type Judged = {
  type: string;
  language?: string;
  first: string;
  confidence: number;
  isAnswered: boolean;
  peer?: string;
};

/** Returns the name of the folder of a type. */
export function folderOf(type: string): string {
  return type.replaceAll(" ", "-").normalize("NFKD").replace(/\p{M}/gu, "");
}

/** Returns the type that a folder is named after. */
export function typeOfFolder(folder: string): string | undefined {
  return taxonomy.map(({ name }) => name).find((name) => folderOf(name) === folder);
}

/** Returns the figures of `bench classify`; bench/README.md says what the keys mean. */
export function classifyReport(judged: readonly Judged[]): Report {
  const byType = [...Map.groupBy(judged, ({ type }) => type)];
  const byLanguage = [...Map.groupBy(judged, ({ language }) => language)];
  const answered = judged.filter(({ isAnswered }) => isAnswered);
  const hasPeer = judged.some(({ peer }) => peer !== undefined);
  const macro = (share: (own: readonly Judged[]) => number) =>
    byType.reduce((sum, [, own]) => sum + share(own), 0) / Math.max(1, byType.length);
  return {
    files: judged.length,
    first_guess: right(judged),
    macro: macro(right),
    answered: answered.length / Math.max(1, judged.length),
    answered_right: right(answered),
    calibration_error: calibrationError(judged),
    ...(hasPeer && { peer_first_guess: peerRight(judged), peer_macro: macro(peerRight) }),
    ...Object.fromEntries(
      byLanguage.flatMap(([language, own]) =>
        language
          ? [
              [`language_${language}_files`, own.length],
              [`language_${language}_first_guess`, right(own)],
            ]
          : [],
      ),
    ),
    ...Object.fromEntries(
      byType.map(([type, own]) => [`${folderOf(type)}_first_guess`, right(own)]),
    ),
  };
}

function right(chosen: readonly Judged[]): number {
  return chosen.filter(({ first, type }) => first === type).length / Math.max(1, chosen.length);
}

function peerRight(chosen: readonly Judged[]): number {
  return chosen.filter(({ peer, type }) => peer === type).length / Math.max(1, chosen.length);
}

/** The mean distance between confidence and share of right guesses, over ten bins of confidence. */
function calibrationError(judged: readonly Judged[]): number {
  const bins = Map.groupBy(judged, ({ confidence }) => Math.min(9, Math.floor(confidence * 10)));
  return [...bins.values()].reduce((sum, bin) => {
    const confidence = bin.reduce((total, each) => total + each.confidence, 0) / bin.length;
    return sum + (bin.length / judged.length) * Math.abs(confidence - right(bin));
  }, 0);
}
