import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

import type { DocumentInput, TypeDefinition } from "../ai";
import { createLocalAi } from "../local-ai";

// Real processes and models, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const ai = createLocalAi({
  childEntry: fileURLToPath(new URL("../child/main.ts", import.meta.url)),
  cacheDirectory: fileURLToPath(new URL("../../.cache", import.meta.url)),
});
beforeAll(() => ai.warm());
afterAll(() => ai.close());

function slip(customer: string, number: number): DocumentInput {
  const text = `Harbour Chandlery, Quay 4

Slip ${number}

Brought to ${customer} by boat and signed for on the pontoon.

Rope, shackles and two fenders were counted and found complete.`;
  return { title: "", fileName: "", format: "text", text, blocks: [], pageCount: 1, metadata: {} };
}

const types = (labelled: TypeDefinition["labelled"] = []): TypeDefinition[] => [
  { name: "invoice", definition: "A bill that asks a buyer to pay.", examples: [] },
  { name: "letter", definition: "A letter to somebody.", examples: [] },
  { name: "pontoon slip", definition: "Says what was brought to a boat.", examples: [], labelled },
];

test("a document that a person gave a type is followed by its twin, across the processes of the models", async () => {
  const { features } = await ai.understand(slip("the Otter Club", 41_207), types());
  if (!features) throw new Error("The slip has words");
  const labelled = [{ documentId: "doc_1", features }];

  const { type, like } = await ai.understand(slip("Ms Abel", 52_918), types(labelled));

  expect(type.name).toBe("pontoon slip");
  expect(like).toMatchObject([{ documentId: "doc_1", type: "pontoon slip" }]);
  expect(await ai.understand(slip("Ms Abel", 52_918), types())).toMatchObject({ like: [] });
});

test("features that are made again are of the version that is compared, and as good", async () => {
  const features = await ai.features(slip("the Otter Club", 41_207));

  expect(features?.version).toBe(ai.featuresVersion);
  const labelled = features ? [{ documentId: "doc_1", features }] : [];
  const { like } = await ai.understand(slip("Ms Abel", 52_918), types(labelled));
  expect(like).toMatchObject([{ documentId: "doc_1" }]);
  expect(await ai.features({ ...slip("", 0), text: "" })).toBeNull();
});
