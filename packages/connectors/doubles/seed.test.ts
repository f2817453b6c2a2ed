import { expect, test } from "vitest";

import { ANA, addManyFiles, seedWorld } from "./seed";

test("the seed has sixty things, and people can look for them", () => {
  const { world, drives } = seedWorld();
  const files = [...world.files.values()].filter(({ isFolder }) => !isFolder);
  expect(files.length + world.messages.size + world.events.size).toBe(60);
  const pdfs = files.filter(({ mediaType }) => mediaType === "application/pdf");
  expect(pdfs.length).toBeGreaterThan(5);
  for (const { content } of pdfs) {
    const text = Buffer.from(content.bytes()).toString("latin1");
    const start = Number(/startxref\n(\d+)/.exec(text)?.[1]);
    expect(text.slice(start, start + 4)).toBe("xref");
  }
  for (const file of files) {
    const folder = file.parentId ? world.files.get(file.parentId) : null;
    expect(folder?.driveId ?? file.driveId).toBe(file.driveId);
  }
  expect(drives["g-own"]?.owner).toBe(ANA);
  const mail = [...world.messages.values()].find(({ raw }) => raw.includes("Figures.pdf"));
  expect(mail?.raw.toString()).toContain("Content-Transfer-Encoding: base64");
});

test("many files are in folders, and share their content", () => {
  const { world, drives } = seedWorld();
  const ids = addManyFiles(world, {
    driveId: drives["g-team"]?.id ?? "",
    count: 1200,
    perFolder: 500,
  });
  expect(new Set(ids).size).toBe(1200);
  expect(new Set(ids.map((id) => world.files.get(id)?.parentId)).size).toBe(3);
  expect(new Set(ids.map((id) => world.files.get(id)?.content)).size).toBe(1);
});
