/** Signs of a wrong encoding, each with the number of oddities that one of them counts for. */
const signs: [weight: number, sign: RegExp][] = [
  [3, /[\ufffd\u0080-\u009f\ue000-\uf8ff]/g],
  // Signs and drawings between letters, and capitals after small letters
  [1, /\p{L}(?![\u00aa\u00ba·’'\u2019\u00ad-])[\p{S}\u00a1-\u00bf\u2500-\u259f](?=\p{L})/gu],
  [
    1,
    /\p{L}[\u201c-\u201d\u2020-\u2022\u2026\u2030\u2039\u203a](?=\p{L})|(?<=\p{L})[\u201a\u201e\u2020\u2021\u02c6\u2030]|[\u2020\u2021\u02c6\u2030](?=\p{L})/gu,
  ],
  [1, /(?<![lL])·(?=\p{L})|ƒ(?=\p{L})|(?<=\p{L})ƒ/gu],
  [1, /[÷×](?=\p{L})|(?<=\p{L})[÷×]|(?<=\P{ASCII})[¹²³]|(?<=\p{L})[¢£¥№]|[¢£¥](?=\p{Ll})/gu],
  [1, /\p{Ll}\p{Lu}/gu],
  // Letters of two scripts in one word
  [
    1,
    /\p{Script=Latin}[\p{Script=Cyrillic}\p{Script=Greek}\u0590-\u06ff\u0e00-\u0e7f]|[\p{Script=Cyrillic}\p{Script=Greek}\u0590-\u06ff\u0e00-\u0e7f](?=\p{Script=Latin})/gu,
  ],
  [
    1.5,
    /(?<=\p{Ll})[\p{Script=Han}\uff00-\uff60](?!\p{Script=Han})|(?<!\p{Script=Han})[\p{Script=Han}\uff00-\uff60](?=\p{Ll})/gu,
  ],
  // Marks that have no letter below them, and signs of Thai that begin or end no word
  [1, /(?<![\p{L}\p{M}])\p{M}/gu],
  [1, /[๏๚๛]|[\u0e01-\u0e4e][๐-๙]|[๐-๙][\u0e01-\u0e4e]/gu],
  [
    1,
    /(?<![\u0e01-\u0e2e\p{M}])[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]|(?<![\u0e01-\u0e2e\p{M}])[ะำ]|[เ-ไ](?![\u0e01-\u0e2e])/gu,
  ],
  [1, /(?<!\p{L})[\u2500-\u259f](?=\p{L})|(?<=\p{L})[\u2500-\u259f]|[¤¦¬]/gu],
  [0.5, /[©®¶∞±≤≥µ∂∑∏π∫√≈∆◊´¨¸]/gu],
  [0.5, /[\uff61-\uff9f]/g],
];

/** Returns the weighted number of places in a text that no language has, and that a wrong encoding makes. */
export function oddities(text: string): number {
  return signs.reduce((sum, [weight, sign]) => sum + weight * (text.match(sign)?.length ?? 0), 0);
}
