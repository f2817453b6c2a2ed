import { expect, test } from "vitest";

import { createLimiter } from "../limiter";
import { createOutlookCalendarSource } from "./calendar";
import { createDriveSource } from "./drive";
import { createOutlookSource } from "./mail";
import { createTeamsSource } from "./transcripts";

const creators = [
  createDriveSource,
  createOutlookSource,
  createOutlookCalendarSource,
  createTeamsSource,
];

test("each kind asks to stay connected, and for nothing that could change anything", () => {
  const limiter = createLimiter({ paces: {} });
  for (const create of creators) {
    const scopes = create({ limiter }).facts.scopes.map(({ scope }) => scope);
    expect(scopes).toContain("offline_access");
    expect(scopes.filter((scope) => /write|send|full/i.test(scope))).toEqual([]);
  }
});
