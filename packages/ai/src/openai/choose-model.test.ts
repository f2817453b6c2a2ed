import { describe, expect, test } from "vitest";
import { priceList } from "../outside/cost-of";
import { isOfFamily } from "../outside/family";
import { checkNamedModel, chooseModel, modelFacts, type OfferedModel } from "./choose-model";

const at = new Date("2030-06-15T12:00:00Z");
const preferred = ["tern-1", "tern-2"];
const model = (id: string, shutdownDate: string | null = null): OfferedModel => ({
  id,
  shutdownDate,
});
const chosen = (...offered: OfferedModel[]) => chooseModel(offered, at, preferred);

describe("chooseModel", () => {
  test("takes the first preferred one, whatever the order of the list", () => {
    expect(chosen(model("other"), model("tern-2"), model("tern-1"))).toBe("tern-1");
  });

  test.each([
    ["has ended", "2030-06-14"],
    ["ends today", "2030-06-15"],
    ["ends within days", "2030-06-22"],
  ])("passes over a model that %s", (_, day) => {
    expect(chosen(model("tern-1", day), model("tern-2", "2030-06-23"))).toBe("tern-2");
  });

  test("takes a dated snapshot where the name itself is not offered, the newest first", () => {
    const snapshots = [model("tern-1-2030-01-01"), model("tern-1-2030-03-01")];
    expect(chosen(...snapshots, model("tern-1-pro"))).toBe("tern-1-2030-03-01");
    expect(chosen(...snapshots, model("tern-1"))).toBe("tern-1");
  });

  test("takes the only chat model of a provider that it does not know", () => {
    expect(chosen(model("llama:8b"), model("nomic-embed-text"), model("whisper-large"))).toBe(
      "llama:8b",
    );
  });

  test.each([
    ["several are offered", [model("llama:8b"), model("qwen:4b")], /such as llama:8b, qwen:4b/],
    ["none is", [model("nomic-embed-text")], /no chat model .* Set OPENAI_MODEL/],
    ["the only one ends", [model("llama:8b", "2030-06-16")], /no chat model/],
  ])("says what to set when %s", (_, offered, sentence) => {
    expect(() => chosen(...offered)).toThrow(sentence);
  });
});

describe("checkNamedModel", () => {
  const checked = (day: string | null) => checkNamedModel("tern-1", [model("tern-1", day)], at);

  test("refuses a model that has ended, and names the setting", () => {
    expect(() => checked("2030-06-15")).toThrow(
      /OPENAI_MODEL names tern-1, .* off on 2030-06-15\. Set it/,
    );
  });

  test("warns of an end that comes near", () => {
    expect(checked("2030-06-16")).toMatch(/switches off on 2030-06-16/);
    expect(checked("2030-08-14")).toMatch(/switches off/);
    expect(checked("2030-08-15")).toBeNull();
  });

  test("says nothing of a model that lives on or is in no list", () => {
    expect(checked(null)).toBeNull();
    expect(checkNamedModel("my-own", [model("tern-1")], at)).toBeNull();
  });
});

test("a variant of a name is another model, a dated snapshot is the same", () => {
  expect(["m-1", "m-1-2030-01-31"].every((name) => isOfFamily(name, "m-1"))).toBe(true);
  expect(["m-1-pro", "m-12", "m-1-2030", "m"].some((name) => isOfFamily(name, "m-1"))).toBe(false);
});

test("none of the models that are preferred is known to end", () => {
  const ending = priceList.filter(({ until }) => until !== null).map(({ model: name }) => name);
  expect(ending.length).toBeGreaterThan(0);
  expect(modelFacts.preferred.filter((name) => ending.includes(name))).toEqual([]);
});
