/** Sizes in tokens of `countTokens`. */
export const sizes = {
  passage: { least: 64, target: 200, most: 256 },
  section: { least: 512, most: 1_024 },
} as const;
