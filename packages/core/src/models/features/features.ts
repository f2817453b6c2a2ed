import { amountFeatures } from "./amount";
import type { Feature } from "./feature";
import { figureFeatures } from "./figures";
import { languageFeatures } from "./languages";
import { originFeatures } from "./origin";
import { readingFeatures } from "./reading";
import { structureFeatures } from "./structure";

/** Every feature of a document, in the order of its theme. */
export const features: readonly Feature[] = [
  ...amountFeatures,
  ...structureFeatures,
  ...figureFeatures,
  ...languageFeatures,
  ...readingFeatures,
  ...originFeatures,
];
