import type { TypeDefinition } from "../../src/ai";
import type { SentenceEncoder } from "../../src/minilm/sentence-encoder";
import { certaintyOf } from "../../src/understanding/type/certainty";
import { typeByForm } from "../../src/understanding/type/type-by-form";
import { typeFeatures } from "../../src/understanding/type/type-features";
import { typeLikeness } from "../../src/understanding/type/type-likeness";
import { keptChunks } from "../kept-chunks";
import type { LabelledDocument } from "../samples";
import type { Example } from "./fit-types";
import { variants } from "./type-variants";

/** `isVariant` is false for the document as it is. `decided` is the type that its form decides. */
export type TypeCase = Example & {
  source: string;
  language: string;
  name: string;
  certainty: number;
  decided: string | null;
  isVariant: boolean;
};

/** Returns the documents as numbers. Each has variants, which together weigh as much as the document. */
export async function typeCases(
  documents: readonly LabelledDocument[],
  taxonomy: readonly TypeDefinition[],
  encoder: SentenceEncoder,
): Promise<TypeCase[]> {
  const cases: TypeCase[] = [];
  const ofSource = Map.groupBy(documents, ({ type, source }) => `${type} ${source}`);
  for (const { type, source, document, language = "", path = "" } of documents) {
    const chunks = await keptChunks(document, encoder);
    if (chunks.length === 0) continue;
    const likeness = await typeLikeness(
      chunks.map(({ vector }) => vector),
      taxonomy,
      encoder,
    );
    const certainty = await certaintyOf(document.text);
    const shapes = variants(document);
    // Many documents of one source teach little more than a few of them.
    const twins = ofSource.get(`${type} ${source}`)?.length ?? 1;
    for (const [index, shape] of shapes.entries())
      cases.push({
        type,
        source,
        language,
        name: path,
        certainty,
        decided: typeByForm(document),
        isVariant: index > 0,
        weight: 2 / Math.sqrt(twins) / shapes.length,
        features: typeFeatures({ document: shape, chunks }),
        likeness,
      });
  }
  return cases;
}
