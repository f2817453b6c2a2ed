import type { Definition, Node as Step } from "@besunny/rules/definition";
import { describe, expect, test } from "vitest";

import { freeId, insertStep, lostWith, moveStep, removeStep, replaceStep } from "./edits";
import { anApproval } from "./new-step";
import { outlineOf } from "./outline-of";
import { START } from "./places";

const tag = (id: string, next: string | null = null): Step => ({
  id,
  kind: "action",
  action: "add-tags",
  input: { tags: [id] },
  next,
});
const ask = (id: string, yes: string | null = null, no: string | null = null): Step => ({
  ...anApproval(id, "Pay?"),
  yes,
  no,
});
const of = (start: string | null, ...nodes: Step[]): Definition => ({
  schema: 1,
  trigger: { kind: "document.ready" },
  when: null,
  start,
  nodes,
});

/** The steps as a text: `ask(yes: file; no: -)`. */
function told(definition: Definition): string {
  const way = ({ lines }: ReturnType<typeof outlineOf>["root"]): string =>
    lines
      .map(({ step, isRepeated, branches }) => {
        if (isRepeated) return `=${step.id}`;
        const ways = branches.map((branch) => `${branch.way}: ${way(branch) || "-"}`);
        return ways.length > 0 ? `${step.id}(${ways.join("; ")})` : step.id;
      })
      .join(" ");
  return way(outlineOf(definition).root);
}

const asking = of("ask", ask("ask", "file", "warn"), tag("file", "done"), tag("done"), tag("warn"));

describe("a step", () => {
  test("is put at a place, and what was there follows on its main way", () => {
    expect(told(insertStep(of(null), START, tag("one")))).toBe("one");
    expect(told(insertStep(asking, START, tag("first")))).toBe(
      "first ask(yes: file done; no: warn)",
    );
    expect(told(insertStep(asking, { from: "file", way: "next" }, ask("again")))).toBe(
      "ask(yes: file again(yes: done; no: -); no: warn)",
    );
    expect(
      told(
        insertStep(asking, { from: "warn", way: "next" }, { id: "end", kind: "stop", note: "" }),
      ),
    ).toBe("ask(yes: file done; no: warn end)");
  });

  test("is removed, and only the steps of its other ways go with it", () => {
    expect(told(removeStep(asking, "file"))).toBe("ask(yes: done; no: warn)");
    const without = removeStep(asking, "ask");
    expect(told(without)).toBe("file done");
    expect(without.nodes).toHaveLength(2);
    expect(lostWith(asking, "ask")).toBe(1);
    expect(lostWith(asking, "done")).toBe(0);
    expect(told(removeStep(of("ask", ask("ask", null, "no"), tag("no")), "ask"))).toBe("no");
  });

  test("moves past its neighbour and into the yes of a question", () => {
    const moved = moveStep(asking, "done", -1);
    expect(moved && told(moved)).toBe("ask(yes: done file; no: warn)");
    const out = moveStep(asking, "file", -1);
    expect(out && told(out)).toBe("file ask(yes: done; no: warn)");
    const back = out && moveStep(out, "file", 1);
    expect(back && told(back)).toBe(told(asking));
    const question = moveStep(asking, "ask", 1);
    expect(question && told(question)).toBe("file ask(yes: done; no: warn)");
  });

  test("stays where it cannot move", () => {
    expect(moveStep(asking, "ask", -1)).toBeNull();
    expect(moveStep(asking, "done", 1)).toBeNull();
    expect(
      moveStep(of("one", tag("one", "end"), { id: "end", kind: "stop", note: "" }), "one", 1),
    ).toBeNull();
    const joined = of("ask", ask("ask", "both", "both"), tag("both"));
    expect(moveStep(joined, "ask", 1)).toBeNull();
  });

  test("is shown once where two ways lead to it, and each way keeps it when it is removed", () => {
    const joined = of(
      "ask",
      ask("ask", "both", "warn"),
      tag("warn", "both"),
      tag("both", "end"),
      tag("end"),
    );
    expect(told(joined)).toBe("ask(yes: both end; no: warn =both)");
    expect(told(removeStep(joined, "both"))).toBe("ask(yes: end; no: warn =end)");
  });

  test("that nothing led to before is neither lost nor hidden", () => {
    const loose = { ...asking, nodes: [...asking.nodes, tag("loose")] };
    const removed = removeStep(loose, "done");
    expect(outlineOf(removed).loose.map(({ id }) => id)).toEqual(["loose"]);
  });

  test("with a case less takes the steps of that case with it", () => {
    const choose = (ways: (string | null)[]): Step => ({
      id: "choose",
      kind: "branch",
      cases: ways.map((next) => ({ label: "", when: { cel: "true" }, next })),
      otherwise: null,
    });
    const before = of("choose", choose(["one", "two"]), tag("one"), tag("two"));
    expect(told(replaceStep(before, choose(["two"])))).toBe("choose(0: two; otherwise: -)");
    expect(replaceStep(before, choose(["two"])).nodes).toHaveLength(2);
  });

  test("has an id that no other has", () => {
    expect(freeId(asking, "ask")).toBe("ask-2");
    expect(freeId(asking, "42 Añade!")).toBe("a-ade-");
    expect(freeId(asking, "日本")).toBe("step");
  });
});
