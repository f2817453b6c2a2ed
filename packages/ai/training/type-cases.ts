import type { DocumentInput, TypeDefinition } from "../src/ai";
import type { SentenceEncoder } from "../src/minilm/sentence-encoder";
import { viewChunks } from "../src/understanding/document-view";
import { typeFeatures } from "../src/understanding/type/classify-type";
import { typeLikeness } from "../src/understanding/type/type-likeness";
import type { Example } from "./fit-types";
import type { LabelledDocument } from "./samples";

const THIRD_PARTY_WEIGHT = 0.5;

/** `group` is the document, of which there may be several variants. */
export type TypeCase = Example & { source: string; group: number; isVariant: boolean };

/** The documents as numbers; own samples in three variants where wanted, which count as one document together. */
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

/** As it is; without the line that names the kind; and with a letterhead and page numbers around it. */
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
