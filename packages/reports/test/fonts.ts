import { createRequire } from "node:module";
import { dirname } from "node:path";

/** The folder of the fonts, as tests find it. */
export const fonts = dirname(
  createRequire(import.meta.url).resolve("@expo-google-fonts/carlito/package.json"),
);
