import { describe, expect, test } from "vitest";

import type { DocumentFeatures } from "../ai";
import { DIMENSIONS } from "../minilm/embedding-model";
import { featuresOf } from "../understanding/type/nearest-features";
import { askHead } from "./ask-head";
import { followHeads } from "./follow-heads";
import { readHead } from "./head-file";
import type { HeadExample } from "./head-training";
import { seeded } from "./seeded";
import { trainHead } from "./train-head";

const CLASSES = ["bill", "poem", "law", "recipe"];
const COMMON = "the and of in with for on by from this that are was has".split(" ");

/** A text of a class: a third of its words are those of the class, and some are of another class. */
function aText(label: string, random: () => number): string {
  const one = (words: readonly string[]) => words[Math.floor(random() * words.length)] ?? "";
  const own = (of: string) => Array.from({ length: 12 }, (_, at) => `${of}${at}`);
  return Array.from({ length: 60 }, () => {
    const drawn = random();
    if (drawn < 0.25) return one(own(label));
    return drawn < 0.35 ? one(own(one(CLASSES))) : one(COMMON);
  }).join(" ");
}

function featuresFor(text: string, label: string, random: () => number): DocumentFeatures | null {
  const vector = Float32Array.from({ length: DIMENSIONS }, () => random() - 0.5);
  const at = CLASSES.indexOf(label);
  if (at >= 0) vector[at] = (vector[at] ?? 0) + 3;
  const document = {
    title: "",
    fileName: "",
    format: "text",
    text,
    blocks: [],
    pageCount: 1,
    metadata: {},
  };
  return featuresOf({ document, chunks: [{ span: [0, text.length], vector }] });
}

function anExample(label: string, number: number, random: () => number): HeadExample {
  const text = aText(label, random);
  return {
    documentId: `${label} ${number}`,
    label,
    cluster: `${label} ${number}`,
    split: "train",
    text,
    features: featuresFor(text, label, random),
  };
}

function examplesOf(perClass: number, classes = CLASSES, seed = 7): HeadExample[] {
  const random = seeded(seed);
  return classes.flatMap((label) =>
    Array.from({ length: perClass }, (_, number) => anExample(label, number, random)),
  );
}

async function trained(examples: HeadExample[], seed = 1) {
  const made = await trainHead({ examples, seed, errorTarget: 0.05 });
  if (made.kind === "refused") throw new Error(JSON.stringify(made.problems));
  return { ...made, head: readHead(made.bytes) };
}

describe("a trained head", () => {
  test("knows documents that it has not seen, and says so with figures of documents held out", async () => {
    const { head, metrics } = await trained(examplesOf(30));
    const unseen = examplesOf(20, CLASSES, 99);
    const answers = unseen.map(({ text, features, label }) => ({
      label,
      answer: askHead(head, text, features),
    }));
    const right = answers.filter(({ label, answer }) => answer?.candidates[0]?.name === label);

    expect(right.length / unseen.length).toBeGreaterThan(0.95);
    expect(metrics.grouped.value).toBeGreaterThan(0.95);
    expect(metrics.grouped.low).toBeLessThan(metrics.grouped.value);
    expect(metrics.answeredRight.value).toBeGreaterThan(0.95);
    expect(metrics.confusion.flat().reduce((sum, count) => sum + count, 0)).toBe(120);
    expect(metrics.curve.map(({ labels }) => labels)).toHaveLength(5);
    expect(metrics.byType.every(({ recall }) => (recall ?? 0) > 0.8)).toBe(true);
  });

  test("is the same, byte by byte, from the same labels and seed", async () => {
    const [one, same, other] = [
      await trained(examplesOf(10)),
      await trained(examplesOf(10)),
      await trained(examplesOf(10), 2),
    ];
    expect(same.sha256).toBe(one.sha256);
    expect(other.sha256).not.toBe(one.sha256);
  });

  test("abstains on documents of a kind that nobody labelled, and never says that kind", async () => {
    const { head } = await trained(examplesOf(30, CLASSES.slice(0, 3)));
    const strange = examplesOf(30, ["recipe"], 5).map(({ text, features }) =>
      askHead(head, text, features),
    );

    expect(strange.filter((answer) => answer?.name !== null).length).toBeLessThan(6);
    for (const answer of strange)
      expect(answer?.candidates.map(({ name }) => name)).not.toContain("recipe");
  });

  test("keeps its threshold with labels of which one in twenty is wrong", async () => {
    const random = seeded(3);
    const flipped = examplesOf(40).map((example, at) =>
      at % 20 === 0 ? { ...example, label: CLASSES[Math.floor(random() * 4)] ?? "" } : example,
    );
    const { head } = await trained(flipped);
    const said = examplesOf(25, CLASSES, 55).flatMap(({ text, features, label }) => {
      const name = askHead(head, text, features)?.name;
      return name ? [name === label] : [];
    });

    expect(said.length).toBeGreaterThan(50);
    expect(said.filter(Boolean).length / said.length).toBeGreaterThan(0.95);
  });

  test("reports what a split that leaks would flatter", async () => {
    const random = seeded(11);
    // Each class is three letters that were sent ten times each; between letters of a class there is nothing alike.
    const copies = CLASSES.flatMap((label) =>
      [0, 1, 2].flatMap((letter) => {
        const text = Array.from(
          { length: 40 },
          (_, at) => `${label}${"qrs"[letter]}${String.fromCodePoint(97 + (at % 20))}`,
        ).join(" ");
        const features = featuresFor(text, "", random);
        return Array.from(
          { length: 10 },
          (_, copy): HeadExample => ({
            documentId: `${label} ${letter} ${copy}`,
            label,
            cluster: `${label} ${letter}`,
            split: "train",
            text,
            features,
          }),
        );
      }),
    );
    const { metrics } = await trained(copies);

    expect(metrics.random.value).toBe(1);
    expect(metrics.grouped.value).toBeLessThan(0.6);
    expect(metrics.threshold).toBeNull();
  });

  test("learns nothing from documents to test with", async () => {
    const examples = examplesOf(20).map(
      (example, at): HeadExample => ({
        ...example,
        split: at % 5 === 0 ? "test" : "train",
      }),
    );
    const { metrics, sha256 } = await trained(examples);

    expect(metrics.test?.count).toBe(16);
    expect(metrics.labels).toBe(64);
    expect(sha256).toBe((await trained(examples.filter(({ split }) => split === "train"))).sha256);
  });
});

describe("training refuses", () => {
  const refusal = async (examples: HeadExample[]) => {
    const made = await trainHead({ examples, seed: 1, errorTarget: 0.05 });
    return made.kind === "refused" ? made.problems : made.kind;
  };

  test("no labels, one class, and few labels", async () => {
    expect(await refusal([])).toMatchObject([{ problem: "no-labels", found: 0 }]);
    expect(await refusal(examplesOf(9, ["bill"]))).toMatchObject([
      { problem: "one-class", needed: 2, found: 1 },
    ]);
    expect(await refusal([...examplesOf(9, ["bill"]), ...examplesOf(3, ["poem"])])).toMatchObject([
      { problem: "one-class", found: 1 },
      { problem: "few-labels", type: "poem", needed: 5, found: 3 },
    ]);
  });

  test("labels of documents that are all nearly the same", async () => {
    const alike = examplesOf(8, ["bill", "poem"]).map((each) => ({ ...each, cluster: each.label }));
    expect(await refusal(alike)).toMatchObject([
      { problem: "one-class", found: 0 },
      { problem: "all-alike", type: "bill", needed: 3, found: 1 },
      { problem: "all-alike", type: "poem", needed: 3, found: 1 },
    ]);
  });

  test("only the class that has too little, if there are two others", async () => {
    const { metrics } = await trained([
      ...examplesOf(8, ["bill", "poem"]),
      ...examplesOf(2, ["law"]),
    ]);
    expect(metrics.classes).toEqual(["bill", "poem"]);
    expect(metrics.leftOut).toMatchObject([{ problem: "few-labels", type: "law" }]);
  });
});

test("a file that is cut off or of another kind is refused", async () => {
  const { bytes } = await trained(examplesOf(6, ["bill", "poem"]));
  expect(() => readHead(bytes.subarray(0, bytes.length - 9))).toThrow("cut off");
  expect(() => readHead(Buffer.from("\u0002\0\0\0{}"))).toThrow("no model");
});

test("a head goes before the shipped model, and after a twin of a labelled document", async () => {
  const { bytes, sha256 } = await trained(examplesOf(30));
  const [asked] = examplesOf(1, ["bill"], 31);
  if (!asked) throw new Error("There is no text");
  const { text, features } = asked;
  const taxonomy = CLASSES.map((name) => ({ name, definition: name, examples: [] }));
  const type = { name: "law", confidence: 0.9, candidates: [], evidence: [] };
  const document = { text, heads: [{ sha256, bytes }] };
  const followed = (like: number) => ({
    type,
    like: [{ documentId: "d", type: "law", likeness: like }],
  });

  expect(followHeads(followed(0.5), document, { features, taxonomy })).toMatchObject({
    type: { name: "bill" },
    like: [],
    head: sha256,
  });
  expect(followHeads(followed(0.9), document, { features, taxonomy })).toEqual(followed(0.9));
  const without = taxonomy.filter(({ name }) => name !== "bill");
  expect(followHeads(followed(0.5), document, { features, taxonomy: without })).toEqual(
    followed(0.5),
  );
});
