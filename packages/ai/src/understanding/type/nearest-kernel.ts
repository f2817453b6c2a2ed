import { type Comparable, PLACES, TERM_BYTES } from "./nearest-features";

/** The weights of meaning, words and form. A document's likeness to itself is their sum. */
const [MEANING, WORDS, FORM] = [1, 2, 1];
export const ITSELF = MEANING + WORDS + FORM;

/** Compares documents by meaning, words and form. A word counts for more the fewer of these documents have it. */
export function kernelOf(documents: readonly Comparable[]) {
  const rarities = raritiesIn(documents);
  const dense = new Float32Array(PLACES);

  /** Returns the likeness of a document to each of the others, from about nought to `ITSELF`. */
  return (document: Comparable, others: readonly Comparable[]): Float64Array => {
    const size = spread(document, rarities, dense);
    const likenesses = new Float64Array(others.length);
    for (const [index, other] of others.entries())
      likenesses[index] =
        MEANING * likeMeaning(document, other) +
        WORDS * likeWords(other, rarities, dense, size) +
        FORM * likeForm(document, other);
    clear(document, dense);
    return likenesses;
  };
}

function raritiesIn(documents: readonly Comparable[]): Float32Array {
  const counts = new Uint16Array(PLACES);
  for (const { terms } of documents)
    for (let offset = 0; offset + 2 < terms.length; offset += TERM_BYTES) {
      const place = (terms[offset] ?? 0) + 256 * (terms[offset + 1] ?? 0);
      counts[place] = (counts[place] ?? 0) + 1;
    }
  const known = new Float32Array(documents.length + 1);
  for (let count = 0; count < known.length; count++)
    known[count] = Math.log(1 + (documents.length + 1) / (count + 1));
  const rarities = new Float32Array(PLACES);
  for (let place = 0; place < PLACES; place++) rarities[place] = known[counts[place] ?? 0] ?? 0;
  return rarities;
}

/** Writes the words of a document into their places, and returns their length as a vector. */
function spread({ terms }: Comparable, rarities: Float32Array, dense: Float32Array): number {
  let square = 0;
  for (let offset = 0; offset + 2 < terms.length; offset += TERM_BYTES) {
    const place = (terms[offset] ?? 0) + 256 * (terms[offset + 1] ?? 0);
    const weight = (terms[offset + 2] ?? 0) * (rarities[place] ?? 0);
    dense[place] = weight;
    square += weight * weight;
  }
  return Math.sqrt(square);
}

function clear({ terms }: Comparable, dense: Float32Array): void {
  for (let offset = 0; offset + 2 < terms.length; offset += TERM_BYTES)
    dense[(terms[offset] ?? 0) + 256 * (terms[offset + 1] ?? 0)] = 0;
}

function likeWords(
  { terms }: Comparable,
  rarities: Float32Array,
  dense: Float32Array,
  size: number,
): number {
  let product = 0;
  let square = 0;
  for (let offset = 0; offset + 2 < terms.length; offset += TERM_BYTES) {
    const place = (terms[offset] ?? 0) + 256 * (terms[offset + 1] ?? 0);
    const weight = (terms[offset + 2] ?? 0) * (rarities[place] ?? 0);
    square += weight * weight;
    product += weight * (dense[place] ?? 0);
  }
  return product / (size * Math.sqrt(square) || 1);
}

function likeMeaning({ vector, length }: Comparable, other: Comparable): number {
  let product = 0;
  for (let index = 0; index < vector.length; index++)
    product += (vector[index] ?? 0) * (other.vector[index] ?? 0);
  return product / (length * other.length);
}

/** Returns 1 for the same form and less the more two forms differ. */
function likeForm({ form }: Comparable, other: Comparable): number {
  let square = 0;
  for (let index = 0; index < form.length; index++)
    square += ((form[index] ?? 0) - (other.form[index] ?? 0)) ** 2;
  return 1 - (2 / 255) * Math.sqrt(square / Math.max(1, form.length));
}
