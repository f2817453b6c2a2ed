import { join } from "node:path";
import { Font } from "@react-pdf/renderer";

export const FAMILY = "Carlito";

let isRegistered = false;

/** Makes the fonts of a folder known, which the files embed. They have all letters of European languages, Greek and Cyrillic. */
export function registerFonts(folder: string): void {
  if (isRegistered) return;
  isRegistered = true;
  Font.register({
    family: FAMILY,
    fonts: [
      { src: join(folder, "400Regular/Carlito_400Regular.ttf"), fontWeight: 400 },
      { src: join(folder, "700Bold/Carlito_700Bold.ttf"), fontWeight: 700 },
    ],
  });
  // Words are never broken by rules of English.
  Font.registerHyphenationCallback((word) => [word]);
}
