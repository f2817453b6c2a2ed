import { dot } from "../vectors";
import { type Comparable, PLACES } from "./nearest-features";

/** The weights of meaning, words and form. A document's likeness to itself is their sum. */
const [MEANING, WORDS, FORM] = [1, 2, 1];
export const ITSELF = MEANING + WORDS + FORM;

/** Compares documents by meaning, words and form. A word counts for more the fewer of these documents have it. */
export function kernelOf(documents: readonly Comparable[]) {
  const counts = new Uint16Array(PLACES);
  for (const { places } of documents)
    for (let index = 0; index < places.length; index++) {
      const place = places[index] ?? 0;
      counts[place] = (counts[place] ?? 0) + 1;
    }
  const rarities = Float32Array.from({ length: documents.length + 1 }, (_, count) =>
    Math.log(1 + (documents.length + 1) / (count + 1)),
  );
  const dense = new Float32Array(PLACES);

  /** Returns the likeness of a document to each of the others, from about nought to `ITSELF`. */
  return (document: Comparable, others: readonly Comparable[]): Float32Array => {
    const own = spread(document);
    const likenesses = Float32Array.from(others, (other) => {
      let words = 0;
      let square = 0;
      for (let index = 0; index < other.places.length; index++) {
        const place = other.places[index] ?? 0;
        const weight = (other.weights[index] ?? 0) * (rarities[counts[place] ?? 0] ?? 0);
        square += weight * weight;
        words += weight * (dense[place] ?? 0);
      }
      const cosine = words / (own * Math.sqrt(square) || 1);
      return (
        MEANING * dot(document.vector, other.vector) +
        WORDS * cosine +
        FORM * likeForm(document, other)
      );
    });
    for (let index = 0; index < document.places.length; index++)
      dense[document.places[index] ?? 0] = 0;
    return likenesses;
  };

  /** Writes the words of a document into their places. Returns their length. */
  function spread({ places, weights }: Comparable): number {
    let square = 0;
    for (let index = 0; index < places.length; index++) {
      const place = places[index] ?? 0;
      const weight = (weights[index] ?? 0) * (rarities[counts[place] ?? 0] ?? 0);
      dense[place] = weight;
      square += weight * weight;
    }
    return Math.sqrt(square);
  }
}

/** Returns 1 for the same form and less the more two forms differ. */
function likeForm({ form }: Comparable, other: Comparable): number {
  let square = 0;
  for (let index = 0; index < form.length; index++)
    square += ((form[index] ?? 0) - (other.form[index] ?? 0)) ** 2;
  return 1 - 2 * Math.sqrt(square / Math.max(1, form.length));
}
