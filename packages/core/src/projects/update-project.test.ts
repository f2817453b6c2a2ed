import { expect, test } from "vitest";

import { createProject } from "./create-project";
import { updateProject } from "./update-project";

test("it leaves a restricted project restricted when only its name changes", () => {
  expect(updateProject.input.parse({ id: "prj_1", name: "Renamed" })).toEqual({
    id: "prj_1",
    name: "Renamed",
    isConfirmed: false,
  });
});

test("it makes a new project open unless told otherwise", () => {
  expect(createProject.input.parse({ name: "New" })).toMatchObject({ isRestricted: false });
});
