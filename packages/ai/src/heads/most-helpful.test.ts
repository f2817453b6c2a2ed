import { expect, test } from "vitest";

import { DIMENSIONS } from "../minilm/embedding-model";
import { featuresOf } from "../understanding/type/nearest-features";
import { groupAlike } from "./group-alike";
import { mostHelpful } from "./most-helpful";

function features(directions: Record<number, number>) {
  const vector = new Float32Array(DIMENSIONS);
  for (const [at, value] of Object.entries(directions)) vector[Number(at)] = value;
  const text = "some words";
  const document = {
    title: "",
    fileName: "",
    format: "text",
    text,
    blocks: [],
    pageCount: 1,
    metadata: {},
  };
  const made = featuresOf({ document, chunks: [{ span: [0, text.length], vector }] });
  if (!made) throw new Error("No features");
  return made;
}

const sure = [{ confidence: 0.95 }, { confidence: 0.02 }];
const unsure = [{ confidence: 0.35 }, { confidence: 0.33 }];

test("an unsure document that many are like goes before an unsure loner and before sure ones", () => {
  const documents = [
    { documentId: "loner", candidates: unsure, features: features({ 5: 1 }) },
    { documentId: "sure", candidates: sure, features: features({ 0: 1 }) },
    { documentId: "one", candidates: unsure, features: features({ 0: 1, 1: 0.9 }) },
    ...[2, 3, 4].map((at) => ({
      documentId: `other ${at}`,
      candidates: sure,
      features: features({ 0: 1, [at]: 0.8 }),
    })),
  ];
  expect(mostHelpful(documents, 2)).toEqual(["one", "loner"]);
});

test("of documents that are nearly the same only one is asked for", () => {
  const twins = ["a", "b", "c"].map((documentId) => ({
    documentId,
    candidates: unsure,
    features: features({ 0: 1 }),
  }));
  expect(mostHelpful(twins, 20)).toEqual(["a"]);
});

test("documents that mean the same are a group, and two are none", () => {
  const of = (documentId: string, directions: Record<number, number>) => ({
    documentId,
    features: features(directions),
  });
  const documents = [
    of("a", { 0: 1, 1: 0.2 }),
    of("b", { 0: 1 }),
    of("c", { 0: 1, 2: 0.3 }),
    of("d", { 7: 1 }),
    of("e", { 7: 1 }),
  ];
  const [group = [], ...others] = groupAlike(documents);
  expect(group.toSorted()).toEqual(["a", "b", "c"]);
  expect(others).toEqual([]);
});
