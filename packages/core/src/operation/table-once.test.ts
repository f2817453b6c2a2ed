import { expect, test, vi } from "vitest";

test("a caller is known to every copy of the module, and a copy of the caller to none", async () => {
  const first = await import("./caller-of");
  vi.resetModules();
  const second = await import("./caller-of");
  expect(second.callerOf).not.toBe(first.callerOf);

  const ctx = { actor: { kind: "job", name: "x" }, workspaceId: "ws_1", traceId: "t" };
  const caller = first.callerOf(ctx as never);
  expect(second.contextOf(caller).workspaceId).toBe("ws_1");
  expect(() => second.contextOf({ ...caller })).toThrow("This caller was copied");
});
