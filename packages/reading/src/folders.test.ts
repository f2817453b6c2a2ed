import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";

const source = import.meta.dirname;
const readme = readFileSync(join(source, "../README.md"), "utf8");
const folders = [...readme.matchAll(/^\| `(\w+)\/`/gm)].map(([, folder = ""]) => folder);

const files = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && file.includes("/") && !/\.(test|d)\.ts$/.test(file))
  .map((file) => file.replaceAll("\\", "/"));

test("the README names every folder, and each imports only from folders above it", () => {
  expect(new Set(files.map(folderOf))).toEqual(new Set(folders));

  const upwards = files.flatMap((file) =>
    importsOf(file)
      .filter((target) => folders.indexOf(folderOf(target)) > folders.indexOf(folderOf(file)))
      .map((target) => `${file} imports ${target}`),
  );
  expect(upwards).toEqual([]);
});

test("the pool imports the contract alone, so that the process that starts readers loads no format", () => {
  const targets = files.filter((file) => folderOf(file) === "pool").flatMap(importsOf);

  expect(new Set(targets.map(folderOf))).toEqual(new Set(["contract", "pool"]));
});

function folderOf(file: string): string {
  return file.split("/")[0] ?? "";
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(source, file), "utf8");
  return [...text.matchAll(/(?:from|import\()\s*"(\.[^"]+)"/g)].map(([, path = ""]) =>
    relative(source, join(source, dirname(file), path)),
  );
}
