/** Returns false for file names, counts and guesses, which programs write if the author wrote no description. */
export function isWrittenDescription(description: string): boolean {
  const text = description.trim();
  return !(
    /\.(png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|webp)$/i.test(text) ||
    /^(picture|image|figure|shape|line|bullet|icon|grafik|bild|abbildung|form|objet|imagen|immagine|figura|logo)?\s*\d*$/i.test(
      text,
    ) ||
    /(ai-generated content may be incorrect|description automatically generated|automatisch generierte beschreibung|description générée automatiquement)/i.test(
      text,
    )
  );
}
