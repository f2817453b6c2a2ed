import { expect, test } from "vitest";

import { inputFieldsOf } from "./input-fields";

test("each field of an input gets the control that its schema asks for", () => {
  const schema = {
    type: "object",
    properties: {
      tags: { type: "array", items: { type: "string" } },
      projectId: { type: "string", pattern: "^prj_" },
      title: { type: "string", maxLength: 500 },
      url: { type: "string" },
      place: { enum: ["app", "mail"], type: "string" },
      hours: { type: "integer" },
      isLoud: { type: "boolean" },
      headers: { type: "object" },
    },
  };
  expect(inputFieldsOf(schema).map(({ name, control, listed }) => [name, control, listed])).toEqual(
    [
      ["tags", "several", "tags"],
      ["projectId", "one", "projects"],
      ["title", "template", null],
      ["url", "text", null],
      ["place", "one", null],
      ["hours", "number", null],
      ["isLoud", "yesno", null],
    ],
  );
});

test("a schema that says nothing has no fields", () => {
  expect(inputFieldsOf({})).toEqual([]);
  expect(inputFieldsOf({ properties: null })).toEqual([]);
});
