import { expect, test } from "vitest";

import { AppError } from "./errors";
import { asStorageFull } from "./storage-full";

const full = Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });

test("it tells of a full disk in plain words, however deep it is wrapped", () => {
  for (const error of [full, new Error("Unable to write file", { cause: full })]) {
    const told = asStorageFull(error);
    expect(told).toMatchObject({ code: "STORAGE_FULL", hint: expect.stringContaining("free") });
    expect(told?.message).not.toContain("ENOSPC");
  }
});

test("it leaves every other failure as it is", () => {
  for (const error of [new Error("ENOSPC"), new AppError("CONFLICT", "Taken"), null, "ENOSPC"])
    expect(asStorageFull(error)).toBeNull();
});
