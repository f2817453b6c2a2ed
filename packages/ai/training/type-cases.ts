import type { DocumentInput, TypeDefinition } from "../src/ai";
import type { SentenceEncoder } from "../src/minilm/sentence-encoder";
import { viewChunks } from "../src/understanding/document-view";
import { typeFeatures } from "../src/understanding/type/classify-type";
import { typeLikeness } from "../src/understanding/type/type-likeness";
import type { Example } from "./fit-types";
import type { LabelledDocument } from "./samples";

const THIRD_PARTY_WEIGHT = 0.5;

/** `group` is the document; several variants of it may exist. */
export type TypeCase = Example & { source: string; group: number; isVariant: boolean };

/** Returns the documents as numbers. If wanted, own samples have three variants, which together count as one document. */
export async function typeCases(
  documents: readonly LabelledDocument[],
  taxonomy: readonly TypeDefinition[],
  { encoder, withVariants }: { encoder: SentenceEncoder; withVariants: boolean },
): Promise<TypeCase[]> {
  const cases: TypeCase[] = [];
  for (const [group, { type, source, document }] of documents.entries()) {
    const shapes = withVariants && source === "own" ? variants(document) : [document];
    for (const [index, variant] of shapes.entries()) {
      const chunks = await viewChunks(variant, encoder);
      if (chunks.length === 0) continue;
      const vectors = chunks.map(({ vector }) => vector);
      cases.push({
        type,
        source,
        group,
        isVariant: index > 0,
        weight: source === "own" ? 1 / 3 : THIRD_PARTY_WEIGHT,
        features: typeFeatures({ document: variant, chunks }),
        likeness: await typeLikeness(vectors, taxonomy, encoder),
      });
    }
  }
  return cases;
}

/** Returns three variants: the document itself; without the line that names the kind; with a letterhead and page numbers. */
function variants(document: DocumentInput): DocumentInput[] {
  const [first = "", ...rest] = document.text.split("\n");
  const body = rest.join("\n");
  const headless = rest.length > 2 ? body : document.text;
  const framed = `Northgate House, 12 Station Road\nPage 1 of 2\n\n${first}\n${body}\n\nPage 2 of 2\nwww.northgate.example`;
  return [
    document,
    { ...document, text: headless, format: "pdf" },
    { ...document, text: framed, format: "pdf" },
  ];
}
