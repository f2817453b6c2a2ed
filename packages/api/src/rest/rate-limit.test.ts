import type { WorkspaceContext } from "@besunny/core/context";
import { expect, test } from "vitest";

import { costOf, createLimits } from "./rate-limit";

const who = (
  id: string,
  workspaceId = "ws_1",
): Pick<WorkspaceContext, "actor" | "workspaceId"> => ({
  workspaceId,
  actor: {
    kind: "user",
    id,
    name: "Pat",
    role: "member",
    projects: [],
    via: { kind: "session", id: "ses_1" },
  },
});
const asking = (path: string) => new Request(`http://x/api/v1${path}`);

test("it counts what is dear as more", () => {
  expect(costOf("POST", "/api/v1/ask")).toBeGreaterThan(costOf("POST", "/api/v1/documents"));
  expect(costOf("POST", "/api/v1/documents")).toBeGreaterThan(costOf("GET", "/api/v1/documents"));
});

test("it stops one person without stopping their colleagues, until the workspace has used its own", async () => {
  const limits = createLimits({ key: 100, user: 2, workspace: 3 });
  await limits.take(who("usr_1"), asking("/documents"));
  await limits.take(who("usr_1"), asking("/documents"));

  await expect(limits.take(who("usr_1"), asking("/documents"))).rejects.toMatchObject({
    code: "RATE_LIMITED",
  });
  await limits.take(who("usr_2"), asking("/documents"));
  await expect(limits.take(who("usr_3"), asking("/documents"))).rejects.toMatchObject({
    code: "RATE_LIMITED",
  });
  await limits.take(who("usr_1", "ws_2"), asking("/documents"));
});
