import { expect, test } from "vitest";

import { aColleague, aContext } from "../../../test/contexts";
import { usualLayout } from "../contract/library-words";
import { getLibraryLayout } from "./get-library-layout";
import { setLibraryLayout } from "./set-library-layout";

test("each person has the library as they chose it, viewers too", async () => {
  const ctx = await aContext();
  const colleague = await aColleague(ctx);
  const viewer = await aContext({ role: "viewer" });
  expect(await getLibraryLayout(ctx, {})).toEqual(usualLayout);

  const chosen = { columns: ["size", "type"], density: "comfortable", look: "grid" } as const;
  await setLibraryLayout(ctx, { ...chosen, columns: ["size", "type", "size"] });
  expect(await getLibraryLayout(ctx, {})).toEqual(chosen);
  expect(await getLibraryLayout(colleague, {})).toEqual(usualLayout);

  await setLibraryLayout(viewer, { ...usualLayout, columns: [] });
  expect(await getLibraryLayout(viewer, {})).toEqual({ ...usualLayout, columns: [] });
});

test("columns that are not offered are refused", async () => {
  const columns = JSON.parse('["secret"]');
  await expect(
    setLibraryLayout(await aContext(), { ...usualLayout, columns }),
  ).rejects.toMatchObject({ code: "INVALID_INPUT" });
});
