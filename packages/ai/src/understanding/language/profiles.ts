import { z } from "zod";

import shipped from "../../models/languages.json" with { type: "json" };

const Profile = z.object({
  /** The commonest words of the language, the commonest first, and their shares of all its words in millionths. */
  words: z.string().transform((words) => words.split(" ")),
  shares: z.array(z.number()),
  /** The letters that its texts use, in lower case. */
  letters: z.string(),
  /** True if eld can guess the language. */
  isGuessed: z.boolean(),
});

type LanguageProfile = {
  shares: ReadonlyMap<string, number>;
  letters: ReadonlySet<string>;
  /** The share of all words of usual texts that are among the commonest. */
  usual: number;
  isGuessed: boolean;
};

/** The profiles by ISO 639-1 code. Languages that are written without spaces have none. */
export const profiles: ReadonlyMap<string, LanguageProfile> = new Map(
  Object.entries(z.record(z.string(), Profile).parse(shipped)).map(([code, profile]) => {
    const shares = profile.words.map((word, at): [string, number] => [
      word,
      (profile.shares[at] ?? 0) / 1e6,
    ]);
    return [
      code,
      {
        shares: new Map(shares),
        letters: new Set(profile.letters),
        usual: shares.reduce((sum, [, share]) => sum + share, 0),
        isGuessed: profile.isGuessed,
      },
    ];
  }),
);

/** Splits a text into the words that profiles count. */
export function profiledWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}'’]+/gu) ?? [];
}
