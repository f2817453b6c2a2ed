import { expect, test } from "vitest";

import { inUtc } from "./in-utc";

const optionsOf = (connectionString: string) =>
  new URL(connectionString).searchParams.get("options");

test("it asks for UTC as the session begins", () => {
  expect(optionsOf(inUtc("postgresql://a:b@db.example:5432/besunny?sslmode=disable"))).toBe(
    "-c timezone=UTC",
  );
});

test("it keeps what the person asked for, but for another zone", () => {
  const asked =
    "postgresql://a:b@db.example/besunny?options=-c%20work_mem%3D8MB%20-c%20timezone%3DAsia/Tokyo";
  expect(optionsOf(inUtc(asked))).toBe("-c work_mem=8MB -c timezone=Asia/Tokyo -c timezone=UTC");
});

test("it leaves the rest of the address alone", () => {
  const changed = new URL(
    inUtc("postgresql://a%40b:p%2Fw@db.example:6000/besunny?sslmode=require"),
  );
  changed.searchParams.delete("options");
  expect(changed.toString()).toBe(
    "postgresql://a%40b:p%2Fw@db.example:6000/besunny?sslmode=require",
  );
});

test("other settings neither hide those of the person nor outlive UTC", () => {
  const settings = { search_path: "engine" };
  expect(optionsOf(inUtc("postgresql://a:b@db.example/x", settings))).toBe(
    "-c search_path=engine -c timezone=UTC",
  );
  const asked = "postgresql://a:b@db.example/x?options=-c%20timezone%3DAsia/Tokyo";
  expect(optionsOf(inUtc(asked, settings))).toBe(
    "-c timezone=Asia/Tokyo -c search_path=engine -c timezone=UTC",
  );
});
