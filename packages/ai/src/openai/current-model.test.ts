import { expect, test, vi } from "vitest";

import type { OfferedModel } from "./choose-model";
import { createCurrentModel } from "./current-model";

const HOUR_MS = 3_600_000;

function aModel({ named = null }: { named?: string | null } = {}) {
  let now = Date.parse("2030-06-15T12:00:00Z");
  const offered: OfferedModel[] = [{ id: "tern", shutdownDate: null }];
  const list = vi.fn(async () => [...offered]);
  const onWarning = vi.fn();
  const current = createCurrentModel({ list, named, clock: () => new Date(now), onWarning });
  const later = (milliseconds: number) => {
    now += milliseconds;
  };
  return { current, list, offered, onWarning, later };
}

const away = () => Promise.reject(new Error("away"));

test("many who ask at once ask the provider once", async () => {
  const { current, list } = aModel();
  expect(list).not.toHaveBeenCalled();
  const names = await Promise.all([current.name(), current.name(), current.name()]);
  expect(names).toEqual(["tern", "tern", "tern"]);
  expect(list).toHaveBeenCalledOnce();
});

test("a list that failed is asked for again at the next use", async () => {
  const { current, list } = aModel();
  list.mockImplementationOnce(away);
  await expect(current.name()).rejects.toThrow("away");
  expect(await current.name()).toBe("tern");
});

test("a server without a list is asked for nothing more than a name", async () => {
  const { current, list } = aModel();
  list.mockImplementationOnce(() =>
    Promise.reject(Object.assign(new Error("Not found"), { status: 404 })),
  );
  await expect(current.name()).rejects.toThrow(/Set OPENAI_MODEL/);
});

test("the list is read again after a day, so that an end that was announced since is seen", async () => {
  const { current, list, offered, later } = aModel();
  await current.name();
  later(23 * HOUR_MS);
  await current.name();
  expect(list).toHaveBeenCalledOnce();
  offered.splice(
    0,
    1,
    { id: "tern", shutdownDate: "2030-06-17" },
    { id: "gull", shutdownDate: null },
  );
  later(2 * HOUR_MS);
  expect(await current.name()).toBe("gull");
});

test("a model that was chosen stays while the list is away", async () => {
  const { current, list, later } = aModel();
  await current.name();
  later(25 * HOUR_MS);
  list.mockImplementationOnce(away);
  expect(await current.name()).toBe("tern");
});

test("a list with nothing to choose is not asked for by every document", async () => {
  const { current, list, offered, later } = aModel();
  offered.push({ id: "gull", shutdownDate: null });
  await expect(current.name()).rejects.toThrow(/2 chat models/);
  await expect(current.name()).rejects.toThrow(/2 chat models/);
  expect(list).toHaveBeenCalledOnce();
  offered.pop();
  later(61_000);
  expect(await current.name()).toBe("tern");
});

test("a model that was named needs no list", async () => {
  const { current, list } = aModel({ named: "mine" });
  list.mockImplementation(away);
  expect(await current.name()).toBe("mine");
  expect(await current.name()).toBe("mine");
  expect(list).toHaveBeenCalledOnce();
});

test("a model that was named is warned about before its end, and refused from then on", async () => {
  const { current, offered, onWarning, later } = aModel({ named: "tern" });
  offered.splice(0, 1, { id: "tern", shutdownDate: "2030-06-17" });
  expect(await current.name()).toBe("tern");
  expect(onWarning).toHaveBeenCalledExactlyOnceWith(expect.stringContaining("2030-06-17"));
  later(48 * HOUR_MS);
  await expect(current.name()).rejects.toThrow(/switched off on 2030-06-17/);
});
