import { fileURLToPath } from "node:url";
import { Font } from "@react-pdf/renderer";

export const FAMILY = "Carlito";

let isRegistered = false;

/** Makes the fonts known that the files embed. They have all letters of European languages, Greek and Cyrillic. */
export function registerFonts(): void {
  if (isRegistered) return;
  isRegistered = true;
  Font.register({
    family: FAMILY,
    fonts: [
      { src: pathOf("400Regular/Carlito_400Regular.ttf"), fontWeight: 400 },
      { src: pathOf("700Bold/Carlito_700Bold.ttf"), fontWeight: 700 },
    ],
  });
  // Words are never broken by rules of English.
  Font.registerHyphenationCallback((word) => [word]);
}

function pathOf(file: string): string {
  return fileURLToPath(import.meta.resolve(`@expo-google-fonts/carlito/${file}`));
}
