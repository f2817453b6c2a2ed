import type { DocumentInput, TypeDefinition } from "../src/ai";
import type { SentenceEncoder } from "../src/minilm/sentence-encoder";
import { typeFeatures } from "../src/understanding/type/type-features";
import { typeLikeness } from "../src/understanding/type/type-likeness";
import type { Example } from "./fit-types";
import { keptChunks } from "./kept-chunks";
import type { LabelledDocument } from "./samples";

/** `group` is the document; several variants of it may exist. */
export type TypeCase = Example & { source: string; group: number; isVariant: boolean };

/** Returns the documents as numbers. If wanted, each has variants, which together weigh as much as the document. */
export async function typeCases(
  documents: readonly LabelledDocument[],
  taxonomy: readonly TypeDefinition[],
  { encoder, withVariants }: { encoder: SentenceEncoder; withVariants: boolean },
): Promise<TypeCase[]> {
  const cases: TypeCase[] = [];
  const ofSource = Map.groupBy(documents, ({ type, source }) => `${type} ${source}`);
  for (const [group, { type, source, document }] of documents.entries()) {
    const chunks = await keptChunks(document, encoder);
    if (chunks.length === 0) continue;
    const likeness = await typeLikeness(
      chunks.map(({ vector }) => vector),
      taxonomy,
      encoder,
    );
    const shapes = withVariants ? variants(document) : [document];
    // Many documents of one source teach little more than a few of them.
    const twins = ofSource.get(`${type} ${source}`)?.length ?? 1;
    const weight = 1 / Math.sqrt(twins) / shapes.length;
    for (const [index, shape] of shapes.entries())
      cases.push({
        type,
        source,
        group,
        isVariant: index > 0,
        weight: 2 * weight,
        features: typeFeatures({ document: shape, chunks }),
        likeness,
      });
  }
  return cases;
}

const paged = new Set(["docx", "odt", "pptx", "odp", "html", "markdown"]);

/** Returns the document itself; as PDF, where headings look like text; and without its first line. */
function variants(document: DocumentInput): DocumentInput[] {
  const isPaged = paged.has(document.format);
  const isSlides = document.format === "pptx" || document.format === "odp";
  const printed: DocumentInput = {
    ...document,
    ...(isPaged && {
      format: "pdf",
      pages: [isSlides ? { width: 16, height: 9 } : { width: 210, height: 297 }],
    }),
    blocks: document.blocks.map((block) =>
      block.kind === "heading" || block.kind === "title" ? { ...block, kind: "paragraph" } : block,
    ),
  };
  const first = document.text.indexOf("\n") + 1;
  if (first === 0 || document.text.length - first < 80) return [document, printed];
  const headless: DocumentInput = {
    ...document,
    text: document.text.slice(first),
    blocks: document.blocks
      .map((block) => ({ ...block, span: [block.span[0] - first, block.span[1] - first] as const }))
      .filter(({ span }) => span[0] >= 0)
      .map((block) => ({ ...block, span: [block.span[0], block.span[1]] })),
  };
  return [document, printed, headless];
}
