import { expect, test } from "vitest";

import { withSettings } from "./session-settings";

const optionsOf = (url: string) => {
  const { connectionString } = withSettings(url, { search_path: '"engine"' });
  return new URL(connectionString).searchParams.get("options");
};

test("the engine finds its tables and reads times in UTC", () => {
  expect(optionsOf("postgresql://a:b@db.example/x")).toBe(
    '-c search_path="engine" -c timezone=UTC',
  );
});

test("options of the connection string neither hide its tables nor move its times", () => {
  expect(optionsOf("postgresql://a:b@db.example/x?options=-c%20timezone%3DAsia/Tokyo")).toBe(
    '-c timezone=Asia/Tokyo -c search_path="engine" -c timezone=UTC',
  );
});
