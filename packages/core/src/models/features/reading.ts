import { garbledShare } from "@besunny/document-model/cleaning/garbled-share";
import { findMojibake } from "@besunny/document-model/cleaning/mojibake";
import { tiltOf } from "@besunny/document-model/cleaning/tilt";
import { feature, shareOf } from "./feature";

/** The features of the quality of reading. */
export const readingFeatures = [
  feature("recognisedShare", ({ model: { pages } }) =>
    shareOf(pages.filter(({ recognised }) => recognised).length, pages.length),
  ),
  feature("ocrQuality", ({ model: { pages } }) => {
    const scores = pages.filter(({ recognised }) => recognised).map(({ quality }) => quality.score);
    return shareOf(
      scores.reduce((sum, score) => sum + score, 0),
      scores.length,
    );
  }),
  feature("leastQuality", ({ model: { pages } }) =>
    pages.reduce((least, { quality }) => Math.min(least, quality.score), 1),
  ),
  feature("garbledShare", ({ model }) => shareOf(garbledShare(model.text), 1)),
  feature("lostCharacters", ({ model }) => model.text.match(/\ufffd/g)?.length ?? 0),
  feature("mojibake", ({ model }) => findMojibake(model.text).length),
  feature("tilt", ({ model }) => tiltOf(model)),
  feature("isTruncated", ({ model }) => (model.warnings.some(isAboutALimit) ? 1 : 0)),
  feature("isPartlyLocked", ({ model }) => (model.isPartlyLocked ? 1 : 0)),
  feature("isDamaged", ({ model }) => (model.warnings.some(isAboutDamage) ? 1 : 0)),
];

function isAboutALimit(warning: string): boolean {
  return /^Only the first |too large|were left out: (it lies|one file may)/.test(warning);
}

function isAboutDamage(warning: string): boolean {
  return /damaged|is missing|are missing/.test(warning);
}
