import { expect, test } from "vitest";
import { restartingEngine } from "./restarting-engine";

const picture = { pixels: new Uint8Array(1), width: 1, height: 1 };

test("an engine that failed is not asked again, one that did not is kept", async () => {
  let begun = 0;
  const engine = restartingEngine(async () => {
    const turn = ++begun;
    return {
      recognise: async () => {
        if (turn === 1) throw new Error("unreachable");
        return [];
      },
    };
  });
  await expect(engine.recognise(picture, "columns")).rejects.toThrow("unreachable");
  await expect(engine.recognise(picture, "columns")).resolves.toEqual([]);
  await expect(engine.recognise(picture, "block")).resolves.toEqual([]);
  expect(begun).toBe(2);
});

test("an engine that could not begin gets another chance", async () => {
  let begun = 0;
  const engine = restartingEngine(async () => {
    if (++begun === 1) throw new Error("no memory");
    return { recognise: async () => [] };
  });
  await expect(engine.recognise(picture, "columns")).rejects.toThrow("no memory");
  await expect(engine.recognise(picture, "columns")).resolves.toEqual([]);
});
